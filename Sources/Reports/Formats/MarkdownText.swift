/// Text inside a line or a cell of Markdown.
enum MarkdownText {
  /// The text as Markdown shows it as it is: no column, emphasis, link or tag comes of it.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: \.isMarkdown) else { return text.withVisibleControls }
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
  private static func isInsideWord(_ characters: [Character], _ index: Int) -> Bool {
    guard index > 0, index + 1 < characters.count else { return false }
    return [characters[index - 1], characters[index + 1]].allSatisfy { $0.isLetter || $0.isNumber }
  }
}

extension UTF8.CodeUnit {
  /// Whether Markdown may read it as more than text.
  fileprivate var isMarkdown: Bool {
    switch self {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\\"), UInt8(ascii: "|"),
      UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "<"),
      UInt8(ascii: "&"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
