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

  /// The keys of the object to which a path leads, in their order.
  func keys(at path: [Step]) -> [String] {
    var scan = JSONScan(bytes)
    _ = scan.place(of: path[...])
    return scan.keys()
  }

  /// What is wrong with settings that are whole numbers, of which a decoder only says that it cannot
  /// hold them.
  public var fractionError: SourceError? {
    let levels = (0..<100).map { [Step.key("subjectLevels"), .index($0)] }
    for path in [[.key("decimals")]] + levels {
      var scan = JSONScan(bytes)
      guard let word = scan.number(at: [.key("outturn")] + path), Int(exactly: word) == nil else {
        continue
      }
      var again = JSONScan(bytes)
      let place = again.place(of: ([.key("outturn")] + path)[...])
      return error(
        path.count > 1
          ? "outturn.subjectLevels has no whole numbers; write rising code lengths, as in [3, 5, 7]"
          : "outturn.decimals is no whole number; it may be from 0 to 10", atByte: place)
    }
    return nil
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
