import Analytics

/// A JSON text whose members keep the order they are given in, so that equal values have equal
/// bytes.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(PrintedNumber)
  case string(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])
}

extension JSONValue {
  /// The value on indented lines, with a line end at the end.
  public var text: String {
    var buffer: [UInt8] = []
    write(to: &buffer, indent: 0)
    buffer.append(UInt8(ascii: "\n"))
    return String(decoding: buffer, as: UTF8.self)
  }

  /// The value on one line, without a line end: for logs.
  public var line: String {
    var buffer: [UInt8] = []
    writeCompact(to: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  private func writeCompact(to buffer: inout [UInt8]) {
    switch self {
    case .null, .bool, .number, .string: write(to: &buffer, indent: 0)
    case .array(let elements):
      buffer.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        element.writeCompact(to: &buffer)
      }
      buffer.append(UInt8(ascii: "]"))
    case .object(let members):
      buffer.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        appendJSON(member.name, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        member.value.writeCompact(to: &buffer)
      }
      buffer.append(UInt8(ascii: "}"))
    }
  }

  private func write(to buffer: inout [UInt8], indent: Int) {
    switch self {
    case .null: buffer.append(contentsOf: "null".utf8)
    case .bool(let bool): buffer.append(contentsOf: (bool ? "true" : "false").utf8)
    case .number(let number): number.write(to: &buffer)
    case .string(let string): appendJSON(string, to: &buffer)
    case .array(let elements):
      writeLines("[", elements, "]", to: &buffer, indent: indent) { element, buffer in
        element.write(to: &buffer, indent: indent + 2)
      }
    case .object(let members):
      writeLines("{", members, "}", to: &buffer, indent: indent) { member, buffer in
        appendJSON(member.name, to: &buffer)
        buffer.append(contentsOf: ": ".utf8)
        member.value.write(to: &buffer, indent: indent + 2)
      }
    }
  }
}

/// Writes items between brackets, one a line, two spaces in.
private func writeLines<Item>(
  _ opening: String, _ items: [Item], _ closing: String, to buffer: inout [UInt8], indent: Int,
  write: (Item, inout [UInt8]) -> Void
) {
  buffer.append(contentsOf: opening.utf8)
  for (index, item) in items.enumerated() {
    buffer.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
    buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent + 2))
    write(item, &buffer)
  }
  if !items.isEmpty {
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }
  buffer.append(contentsOf: closing.utf8)
}

/// Appends a JSON string as in RFC 8259: quotes, backslashes and control characters are escaped,
/// everything else is UTF-8 as it is.
func appendJSON(_ string: String, to buffer: inout [UInt8]) {
  buffer.append(UInt8(ascii: "\""))
  for byte in string.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case 0..<0x20, 0x7F:
      let digits = String(byte, radix: 16, uppercase: true)
      buffer.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      buffer.append(contentsOf: digits.utf8)
    default: buffer.append(byte)
    }
  }
  buffer.append(UInt8(ascii: "\""))
}
