/// The text of a descriptor, for errors that say where in it they are.
public struct DescriptorText: Sendable {
  /// A step from a value to one inside it.
  public enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  public let file: String
  private let bytes: [UInt8]

  /// - Parameter bytes: JSON in UTF-8. Where it is not JSON, errors go to where that shows.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// An error at the value to which a path leads, or at the last value on the way to it.
  public func error(_ message: String, at path: [Step] = []) -> SourceError {
    var scan = JSONScan(bytes)
    return error(message, atByte: scan.place(of: path[...]))
  }

  /// What is wrong with the text as JSON, if anything is.
  public var syntaxError: SourceError? {
    let (valid, _) = UTF8Check.validPrefix(bytes, 0..<bytes.count)
    if valid < bytes.count {
      return error("byte \(valid + 1) of the file is not UTF-8, which JSON must be", atByte: valid)
    }
    var scan = JSONScan(bytes)
    guard let problem = scan.problem() else { return nil }
    return error("this is not JSON: \(problem)", atByte: scan.at)
  }

  private func error(_ message: String, atByte place: Int) -> SourceError {
    let before = bytes[..<min(place, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[start...].firstIndex { [0x0a, 0x0d].contains($0) } ?? bytes.count
    let column = String(decoding: before[start...], as: UTF8.self).count + 1
    return SourceError(
      message, at: SourcePosition(file: file, line: line, column: column),
      excerpt: String(decoding: bytes[start..<max(start, end)], as: UTF8.self))
  }
}

/// Goes over JSON (RFC 8259) without keeping any of it.
private struct JSONScan {
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
