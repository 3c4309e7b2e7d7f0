/// A place in a source: what an editor jumps to.
public struct SourcePosition: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  /// In characters, from 1.
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String { "\(file):\(line):\(column)" }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// One thing in a source that the ledger cannot take, where it stands, and what would be right.
public struct SourceError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public let position: SourcePosition
  /// The line as the file has it; empty where the trouble is not in a line.
  public let excerpt: String

  public init(_ message: String, at position: SourcePosition, excerpt: String = "") {
    self.message = message
    self.position = position
    self.excerpt = excerpt
  }

  public var description: String {
    let heading = "\(position): error: \(message)".withoutControls
    guard !excerpt.isEmpty else { return heading }
    let margin = "\(position.line) | "
    let (shown, caret) = window()
    let blanks = String(repeating: " ", count: margin.count)
    return "\(heading)\n\(margin)\(shown)\n\(blanks)\(caret)^"
  }

  /// At most 120 characters of the line around the column, and the blanks that lead to it: an
  /// ideographic space under each wide character, so that the caret stands where it should.
  private func window() -> (shown: String, blanks: String) {
    let characters = excerpt.map(\.withoutControls)
    let before = max(0, min(position.column - 1, characters.count))
    let start = max(0, before - 80)
    let shown = characters[start..<min(characters.count, start + 120)]
    let blanks = characters[start..<before].map { $0.isWide ? "\u{3000}" : " " }.joined()
    return ((start > 0 ? "…" : "") + String(shown), (start > 0 ? " " : "") + blanks)
  }
}

extension String {
  /// What a message quotes of a field: all of it, or so much that it still is one line.
  var quoted: String {
    let longest = 60
    guard let end = index(startIndex, offsetBy: longest, limitedBy: endIndex), end != endIndex
    else { return "'\(self)'" }
    return "'\(self[..<end])…'"
  }

  /// A source must not steer the terminal on which its errors are read.
  fileprivate var withoutControls: String { String(map(\.withoutControls)) }
}

extension Character {
  fileprivate var withoutControls: Character {
    if isNewline || self == "\t" { return " " }
    let steers = unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.isBidiControl
    }
    return steers ? "\u{fffd}" : self
  }

  /// Whether a terminal gives the character two columns, as it does CJK and full-width forms.
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return (0x1100...0x115f).contains(scalar) || (0x2e80...0xa4cf).contains(scalar)
      || (0xac00...0xd7a3).contains(scalar) || (0xf900...0xfaff).contains(scalar)
      || (0xfe30...0xfe6f).contains(scalar) || (0xff00...0xff60).contains(scalar)
      || (0xffe0...0xffe6).contains(scalar) || (0x1f300...0x1faff).contains(scalar)
  }
}

/// All that is wrong with the sources of a dataset: the first hundred in full, the rest counted.
public struct SourceErrors: Error, Sendable {
  public static let listed = 100
  public private(set) var errors: [SourceError] = []
  public private(set) var count = 0

  public init() {}
  public init(_ error: SourceError) { append(error) }

  public var isEmpty: Bool { count == 0 }
  public var unlisted: Int { count - errors.count }

  public mutating func append(_ error: SourceError) {
    count += 1
    if errors.count < SourceErrors.listed { errors.append(error) }
  }

  /// The errors as they stand in their files.
  var inOrder: SourceErrors {
    var sorted = self
    sorted.errors.sort { $0.position < $1.position }
    return sorted
  }

  /// Counts an error whose words were not kept.
  mutating func appendUnlisted() { count += 1 }

  public mutating func append(contentsOf others: SourceErrors) {
    errors.append(contentsOf: others.errors.prefix(max(0, SourceErrors.listed - errors.count)))
    count += others.count
  }
}
