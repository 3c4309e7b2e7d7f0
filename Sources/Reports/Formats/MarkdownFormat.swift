/// A table as in GitHub Flavored Markdown, also aligned for reading as plain text.
public struct MarkdownFormat: TableFormat {
  public var headings: Headings

  public init(headings: Headings = .names) { self.headings = headings }

  public func write(_ table: Table, to sink: inout some ByteSink) throws {
    let names = table.columns.map { MarkdownText.escaped(headings.text(of: $0)) }
    var layout = GridLayout(table, headings: names, spell: spell)
    layout.widen(to: 3)  // a rule has three dashes
    var buffer = chunkBuffer()
    append(names, layout, to: &buffer)
    append(rules(of: layout), layout, to: &buffer)
    try table.forEachRow { row in
      append(row.cells.map(spell), layout, to: &buffer)
      try sink.writeChunk(of: &buffer)
    }
    try sink.writeRest(of: &buffer)
  }

  private func spell(_ cell: Cell) -> String {
    if case .text(let text) = cell { MarkdownText.escaped(text) } else { cell.spelling }
  }

  private func rules(of layout: GridLayout) -> [String] {
    zip(layout.columns, layout.widths).map { column, width in
      let dashes = String(repeating: "-", count: width - 1)
      return column.kind.isNumeric ? dashes + ":" : dashes + "-"
    }
  }

  private func append(_ texts: [String], _ layout: GridLayout, to buffer: inout [UInt8]) {
    for (column, text) in texts.enumerated() {
      buffer.append(contentsOf: (column == 0 ? "| " : " | ").utf8)
      buffer.append(contentsOf: layout.padded(text, column: column).utf8)
    }
    buffer.append(contentsOf: " |\n".utf8)
  }
}
