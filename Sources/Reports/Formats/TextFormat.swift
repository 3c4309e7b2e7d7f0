/// Aligned columns for a terminal, with Chinese text at two columns a character.
public struct TextFormat: TableFormat {
  public var headings: Headings
  /// Leaves out columns that are blank in every row.
  public var dropEmptyColumns: Bool

  public init(headings: Headings = .names, dropEmptyColumns: Bool = true) {
    self.headings = headings
    self.dropEmptyColumns = dropEmptyColumns
  }

  public func write(_ table: Table, to sink: inout some ByteSink) throws {
    let names = table.columns.map { headings.text(of: $0).withVisibleControls }
    let layout = GridLayout(table, headings: names, spell: spell)
    let shown = shownColumns(of: layout)
    var buffer = chunkBuffer()
    append(names, shown, layout, to: &buffer)
    append(layout.widths.map { String(repeating: "-", count: $0) }, shown, layout, to: &buffer)
    try table.forEachRow { row in
      append(row.cells.map(spell), shown, layout, to: &buffer)
      try sink.writeChunk(of: &buffer)
    }
    try sink.writeRest(of: &buffer)
  }

  private func spell(_ cell: Cell) -> String { cell.spelling.withVisibleControls }

  private func shownColumns(of layout: GridLayout) -> [Int] {
    let filled = layout.isFilled.indices.filter { layout.isFilled[$0] }
    return dropEmptyColumns && !filled.isEmpty ? filled : Array(layout.isFilled.indices)
  }

  private func append(
    _ texts: [String], _ shown: [Int], _ layout: GridLayout, to buffer: inout [UInt8]
  ) {
    for (place, column) in shown.enumerated() {
      if place > 0 { buffer.append(contentsOf: "  ".utf8) }
      buffer.append(contentsOf: layout.padded(texts[column], column: column).utf8)
    }
    while buffer.last == UInt8(ascii: " ") { buffer.removeLast() }
    buffer.append(UInt8(ascii: "\n"))
  }
}
