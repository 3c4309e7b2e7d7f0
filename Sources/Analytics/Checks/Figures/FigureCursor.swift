/// Goes over the characters of an expression from left to right.
///
/// Full-width forms of signs and digits are read as the ASCII ones, except inside codes.
struct FigureCursor {
  private let characters: [Character]
  private(set) var offset = 0

  init(_ text: String) { characters = Array(text) }

  /// Counts from 1.
  var column: Int { offset + 1 }

  /// The character here as it stands; nil at the end.
  var raw: Character? { offset < characters.count ? characters[offset] : nil }

  /// The character here, in its ASCII form where it has one.
  var sign: Character? { raw.map(Self.folded) }

  mutating func advance() { offset += 1 }

  mutating func skipSpaces() {
    while raw?.isWhitespace == true { advance() }
  }

  /// Skips spaces, and steps over the sign if it stands here.
  mutating func take(_ expected: Character) -> Bool {
    skipSpaces()
    guard sign == expected else { return false }
    advance()
    return true
  }

  /// The characters from here on for which the condition holds, full-width signs folded.
  mutating func takeFolded(while condition: (Character) -> Bool) -> String {
    var text = ""
    while let character = sign, condition(character) {
      text.append(character)
      advance()
    }
    return text
  }

  /// What stands here, for a message.
  var found: String {
    var ahead = self
    let word = ahead.takeFolded(while: \.isFigureName)
    if !word.isEmpty { return "'\(word)'" }
    return raw.map { "'\($0)'" } ?? "the end"
  }

  private static func folded(_ character: Character) -> Character {
    asciiForms[character] ?? character
  }

  private static let asciiForms = Dictionary(
    uniqueKeysWithValues: zip(
      "（），；＝＋－−×＊÷／．＠０１２３４５６７８９", "(),;=+--**//.@0123456789"))
}
