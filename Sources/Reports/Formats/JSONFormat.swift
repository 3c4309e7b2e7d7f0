import Analytics

/// An array of objects, one row a line; numbers keep the digits that are printed.
public struct JSONFormat: TableFormat {
  public init() {}

  public func write(_ table: Table, to sink: inout some ByteSink) throws {
    let names = table.columns.map { column in
      var name: [UInt8] = []
      appendJSON(column.name, to: &name)
      return name + [UInt8(ascii: ":")]
    }
    var buffer = chunkBuffer()
    buffer.append(UInt8(ascii: "["))
    var isFirst = true
    try table.forEachRow { row in
      buffer += isFirst ? [UInt8(ascii: "\n")] : [UInt8(ascii: ","), UInt8(ascii: "\n")]
      isFirst = false
      append(row.cells, names: names, to: &buffer)
      try sink.writeChunk(of: &buffer)
    }
    if !isFirst { buffer.append(UInt8(ascii: "\n")) }
    buffer += [UInt8(ascii: "]"), UInt8(ascii: "\n")]
    try sink.writeRest(of: &buffer)
  }

  private func append(_ row: [Cell], names: [[UInt8]], to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    for (index, cell) in row.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer += names[index]
      append(cell, to: &buffer)
    }
    buffer.append(UInt8(ascii: "}"))
  }

  private func append(_ cell: Cell, to buffer: inout [UInt8]) {
    switch cell {
    case .blank: buffer.append(contentsOf: "null".utf8)
    case .text(let text): appendJSON(text, to: &buffer)
    case .integer(let integer): PrintedNumber(integer).write(to: &buffer)
    case .number(let number): number.write(to: &buffer)
    }
  }
}
