import Analytics

/// Comma-separated values as in RFC 4180, with LF and a header.
///
/// Codes and text stay byte for byte as they are, unless `bom` is set.
public struct CSVFormat: TableFormat {
  /// For Excel: a byte order mark, and text that a spreadsheet would run as a formula begins with
  /// an apostrophe.
  public var bom: Bool

  public init(bom: Bool = false) { self.bom = bom }

  public func write(_ table: Table, to sink: inout some ByteSink) throws {
    var buffer = chunkBuffer()
    if bom { buffer += [0xEF, 0xBB, 0xBF] }
    let start = buffer.count
    append(table.columns.map { .text($0.name) }, to: &buffer)
    endLine(&buffer, begunAt: start)
    var lead = Lead()
    try table.forEachRow { row in
      let start = buffer.count
      lead.append(row.shared, to: &buffer, append)
      if !row.shared.isEmpty && !row.own.isEmpty { buffer.append(UInt8(ascii: ",")) }
      append(row.own, to: &buffer)
      endLine(&buffer, begunAt: start)
      try sink.writeChunk(of: &buffer)
    }
    try sink.writeRest(of: &buffer)
  }

  /// The cells that the last row shared, and how they are spelt.
  private struct Lead {
    private var cells: [Cell] = []
    private var bytes: [UInt8] = []

    /// Cells in the array of the row before are not looked at again.
    mutating func append(
      _ shared: [Cell], to buffer: inout [UInt8], _ spell: ([Cell], inout [UInt8]) -> Void
    ) {
      if shared != cells {
        cells = shared
        bytes.removeAll(keepingCapacity: true)
        spell(shared, &bytes)
      }
      buffer += bytes
    }
  }

  private func append(_ cells: [Cell], to buffer: inout [UInt8]) {
    let cells = cells.span  // an array's iterator would copy each cell
    buffer.append(addingCapacity: CSVFormat.room(for: cells)) { room in
      for index in cells.indices {
        if index > 0 { room.append(UInt8(ascii: ",")) }
        append(cells[index], to: &room)
      }
    }
  }

  /// As many bytes as cells and their commas take at most.
  private static func room(for cells: Span<Cell>) -> Int {
    var room = 0
    for index in cells.indices {
      switch cells[index] {
      case .blank: room += 1
      case .text(let text): room += 2 * text.utf8.count + 4  // quotes, an apostrophe, a comma
      case .integer, .number: room += PrintedNumber.longest + 1
      }
    }
    return room
  }

  /// Readers skip an empty line, so a row of one blank is written with quotes.
  private func endLine(_ buffer: inout [UInt8], begunAt start: Int) {
    if buffer.count == start { buffer += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    buffer.append(UInt8(ascii: "\n"))
  }

  private func append(_ cell: Cell, to room: inout OutputSpan<UInt8>) {
    switch cell {
    case .blank: break
    case .text(let text): append(text.utf8Span.span, to: &room)
    case .integer(let integer): PrintedNumber(integer).write(to: &room)
    case .number(let number): number.write(to: &room)
    }
  }

  private func append(_ text: Span<UInt8>, to room: inout OutputSpan<UInt8>) {
    let isQuoted = needsQuotes(text)
    if isQuoted { room.append(UInt8(ascii: "\"")) }
    if bom && !text.isEmpty && beginsFormula(text[0]) { room.append(UInt8(ascii: "'")) }
    for index in text.indices {
      if text[index] == UInt8(ascii: "\"") { room.append(UInt8(ascii: "\"")) }
      room.append(text[index])
    }
    if isQuoted { room.append(UInt8(ascii: "\"")) }
  }
}

private func beginsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    UInt8(ascii: "\t"), UInt8(ascii: "\r"):
    true
  default: false
  }
}

private func needsQuotes(_ text: Span<UInt8>) -> Bool {
  guard !text.isEmpty else { return false }
  if text[0] == UInt8(ascii: " ") || text[text.count - 1] == UInt8(ascii: " ") { return true }
  for index in text.indices {
    switch text[index] {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
    default: break
    }
  }
  return false
}
