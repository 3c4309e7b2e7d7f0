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
    for index in cells.indices {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      append(cells[index], to: &buffer)
    }
  }

  /// Readers skip an empty line, so a row of one blank is written with quotes.
  private func endLine(_ buffer: inout [UInt8], begunAt start: Int) {
    if buffer.count == start { buffer += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    buffer.append(UInt8(ascii: "\n"))
  }

  private func append(_ cell: Cell, to buffer: inout [UInt8]) {
    switch cell {
    case .blank: break
    case .text(let text): append(text, to: &buffer)
    case .integer(let integer): PrintedNumber(integer).write(to: &buffer)
    case .number(let number): number.write(to: &buffer)
    }
  }

  private func append(_ text: String, to buffer: inout [UInt8]) {
    let start = buffer.count
    if bom, let first = text.utf8.first, beginsFormula(first) {
      buffer.append(UInt8(ascii: "'"))
    }
    buffer.append(contentsOf: text.utf8)
    if needsQuotes(buffer, from: start) { quote(&buffer, from: start) }
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

private func needsQuotes(_ buffer: [UInt8], from start: Int) -> Bool {
  guard start < buffer.count else { return false }
  if buffer[start] == UInt8(ascii: " ") || buffer[buffer.count - 1] == UInt8(ascii: " ") {
    return true
  }
  var index = start
  while index < buffer.count {
    switch buffer[index] {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
    default: index += 1
    }
  }
  return false
}

/// Puts what stands from `start` on into quotes, its own quotes doubled.
private func quote(_ buffer: inout [UInt8], from start: Int) {
  let bare = Array(buffer[start...])  // a slice would make the next line copy the whole buffer
  buffer.removeSubrange(start...)
  buffer.append(UInt8(ascii: "\""))
  for byte in bare {
    if byte == UInt8(ascii: "\"") { buffer.append(byte) }
    buffer.append(byte)
  }
  buffer.append(UInt8(ascii: "\""))
}
