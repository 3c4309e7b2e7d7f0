/// Goes over JSON (RFC 8259) without keeping any of it.
struct JSONScan {
  private let bytes: [UInt8]
  private(set) var at = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
  }

  /// What is wrong with the text, at the place `at`; nil if nothing is.
  mutating func problem() -> String? {
    if let problem = value() { return problem }
    skipBlanks()
    return at == bytes.count ? nil : "the end should be here"
  }

  /// Where the value at the end of a path begins, in JSON that is well formed.
  mutating func place(of path: ArraySlice<DescriptorText.Step>) -> Int {
    skipBlanks()
    let start = at
    guard let step = path.first, take("{") || take("[") else { return start }
    var index = 0
    while next() != nil && next() != "}" && next() != "]" {
      var isWanted = step == .index(index)
      if case .key(let key) = step {
        isWanted = string() == key
        _ = take(":")
      }
      if isWanted { return place(of: path.dropFirst()) }
      guard value() == nil else { return start }
      index += 1
      _ = take(",")
    }
    return start
  }

  /// The keys of the object that begins here.
  mutating func keys() -> [String] {
    guard take("{") else { return [] }
    var keys: [String] = []
    while let key = string() {
      keys.append(key)
      guard take(":"), value() == nil else { break }
      _ = take(",")
    }
    return keys
  }

  /// The number at the end of a path; nil where there is none.
  mutating func number(at path: [DescriptorText.Step]) -> Double? {
    let start = place(of: path[...])
    guard start == at else { return nil }
    return Double(
      String(
        decoding: bytes[start...].prefix { !" \t\r\n,:]}[{\"".utf8.contains($0) }, as: UTF8.self))
  }

  private mutating func value() -> String? {
    switch next() {
    case "{":
      return members("}") { scan in
        guard scan.next() == "\"" else { return "a key in double quotes should be here" }
        guard scan.string() != nil else { return "this text has no end or a wrong escape" }
        return scan.take(":") ? scan.value() : "':' should be here"
      }
    case "[": return members("]") { $0.value() }
    case "\"": return string() == nil ? "this text has no end or a wrong escape" : nil
    case nil: return "the text ends where a value should be"
    default: return word()
    }
  }

  private mutating func members(
    _ end: Character, _ member: (inout JSONScan) -> String?
  ) -> String? {
    at += 1
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { return "more than 100 brackets inside one another" }
    if take(end) { return nil }
    repeat {
      if let problem = member(&self) {
        return next() == end ? "a comma too many before '\(end)'" : problem
      }
    } while take(",")
    return take(end) ? nil : "',' or '\(end)' should be here"
  }

  /// A number, true, false or null.
  private mutating func word() -> String? {
    let rest = bytes[at...].prefix { !" \t\r\n,:]}[{\"".utf8.contains($0) }
    let text = String(decoding: rest, as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    let isNumber =
      Double(text) != nil && digits.first?.isNumber == true
      && (digits.first != "0" || digits.dropFirst().first?.isNumber != true)
    guard ["true", "false", "null"].contains(text) || isNumber else {
      return "a value should be here, and texts stand in double quotes"
    }
    at += rest.count
    return nil
  }

  private mutating func string() -> String? {
    skipBlanks()
    let start = at
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
    var text: [UInt8] = []
    var next = at + 1
    while next < bytes.count, bytes[next] != UInt8(ascii: "\""), bytes[next] >= 0x20 {
      if bytes[next] == UInt8(ascii: "\\") {
        next += 1
        guard next < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[next]) else { break }
      }
      text.append(bytes[next])
      next += 1
    }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else {
      at = start
      return nil
    }
    at = next + 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[at]) { at += 1 }
  }

  private mutating func next() -> Character? {
    skipBlanks()
    return at < bytes.count ? Character(Unicode.Scalar(bytes[at])) : nil
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard next() == sign else { return false }
    at += 1
    return true
  }
}
