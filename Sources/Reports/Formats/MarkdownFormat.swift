/// A table as in GitHub Flavored Markdown, also aligned for reading as plain text.
public struct MarkdownFormat: TableFormat {
  public var headings: Headings

  public init(headings: Headings = .names) { self.headings = headings }

  public func write(_ table: Table, to sink: inout some ByteSink) throws {
    let names = table.columns.map { escaped(headings.text(of: $0)) }
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
    if case .text(let text) = cell { escaped(text) } else { cell.spelling }
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

/// The text as one cell that Markdown shows as it is: no column, emphasis, link or tag comes of it.
private func escaped(_ text: String) -> String {
  var lines = ""
  let characters = Array(text)
  for (index, character) in characters.enumerated() {
    switch character {
    case "\n", "\r", "\r\n": lines += "<br>"
    case "\\", "|", "`", "*", "~", "<", "&", "[", "]": lines += "\\\(character)"
    case "_" where !isInsideWord(characters, index): lines += "\\_"
    default: lines += String(character).withVisibleControls
    }
  }
  return lines
}

/// Between letters or digits an underscore is only an underscore, as in `growth_pct`.
private func isInsideWord(_ characters: [Character], _ index: Int) -> Bool {
  guard index > 0, index + 1 < characters.count else { return false }
  return [characters[index - 1], characters[index + 1]].allSatisfy { $0.isLetter || $0.isNumber }
}
