/// Text as a workbook can hold it.
enum SafeText {
  /// In UTF-16 units, as spreadsheets count.
  static let longestCell = 32_767
  static let longestPrompt = 255
  static let longestPromptTitle = 32
  static let longestPageLine = 255

  /// A cell's text: what XML has no character for becomes U+FFFD, an `_x0041_` of the text's own
  /// stays as it is, and what is too long ends in an ellipsis.
  static func cell(_ text: String) -> String {
    let spelt = text.utf8.contains(where: mayNeedEscape) ? escaped(text) : text
    return cut(spelt, to: longestCell)
  }

  /// A line without control characters, of so many UTF-16 units at most.
  static func line(_ text: String, to length: Int) -> String {
    let visible = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : legal($0) }))
    return cut(visible, to: length)
  }

  /// Part of a page's header or footer, where `&` begins a command.
  static func pagePart(_ text: String, to length: Int) -> String {
    line(text, to: length).split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
  }

  /// Whether it is a control, an underscore, or begins a character such as U+FFFE. Most Chinese
  /// text has none of these.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "_") || byte == 0xEF
  }

  private static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if scalar == "_" && isEscape(scalars, at: place) {
        result.append(contentsOf: "_x005F_".unicodeScalars)
      } else if scalar == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n" {
        continue  // one line end, not two
      } else {
        result.append(legal(scalar))
      }
    }
    return String(result)
  }

  /// Whether `_x`, four hexadecimal digits and `_` stand here, which would be read as a character.
  private static func isEscape(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place + 6 < scalars.count, scalars[place + 1] == "x", scalars[place + 6] == "_" else {
      return false
    }
    return scalars[(place + 2)...(place + 5)].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func legal(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0xFFFD, 0x10000...: scalar
    case 0x0D: "\n"
    default: "\u{FFFD}"
    }
  }

  private static func cut(_ text: String, to length: Int) -> String {
    // No character has more UTF-16 units than bytes.
    guard text.utf8.count > length, text.utf16.count > length else { return text }
    var kept = ""
    var room = length - 1
    for character in text {
      let size = character.utf16.count
      guard size <= room else { break }
      room -= size
      kept.append(character)
    }
    return kept + "…"
  }
}
