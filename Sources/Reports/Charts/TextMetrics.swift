/// How large a chart's text is, by estimate: fonts differ, so every estimate is on the wide side.
struct TextStyle: Hashable, Sendable {
  /// The class that the style sheet gives the font by.
  let name: String
  /// In the units of the drawing.
  let size: Double
  /// Bold letters are wider.
  var widening = 1.0

  static let label = TextStyle(name: "label", size: 13)
  static let small = TextStyle(name: "small", size: 11)
  static let strong = TextStyle(name: "strong", size: 13, widening: 1.08)

  var lineHeight: Double { size * 1.3 }

  func width(of text: String) -> Double {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }  // a byte is a character
    let width =
      isPlain
      ? text.utf8.reduce(0) { $0 + $1.relativeWidth } : text.reduce(0) { $0 + $1.relativeWidth }
    return width * size * widening
  }

  /// The text, or as much of it as fits with an ellipsis behind.
  func fitted(_ text: String, to room: Double) -> String {
    guard width(of: text) > room else { return text }
    let ellipsis: Character = "…"
    var left = room - ellipsis.relativeWidth * size * widening
    var kept = ""
    for character in text {
      left -= character.relativeWidth * size * widening
      guard left >= 0 else { break }
      kept.append(character)
    }
    return kept + String(ellipsis)
  }

  /// The text on as many lines as it needs, the last one cut where it needs more than there are.
  /// Lines end at spaces where they can, and in Chinese anywhere but before a closing mark.
  func wrapped(_ text: String, to room: Double, lines count: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while lines.count < count - 1, width(of: String(rest)) > room {
      let end = lineEnd(rest, room)
      lines.append(String(rest[..<end]).trimmingSpaces)
      rest = rest[end...].drop { $0 == " " }
    }
    return lines + [fitted(String(rest), to: room)]
  }

  private func lineEnd(_ text: Substring, _ room: Double) -> Substring.Index {
    var left = room
    var end = text.startIndex
    var lastBreak: Substring.Index?
    while end < text.endIndex {
      left -= text[end].relativeWidth * size * widening
      if left < 0 { break }
      let next = text.index(after: end)
      let breaks = text[end] == " " || String(text[end]).displayWidth == 2
      if breaks, next == text.endIndex || !text[next].closes { lastBreak = next }
      end = next
    }
    if end < text.endIndex, String(text[end]).displayWidth == 2, !text[end].closes {
      lastBreak = end
    }
    let chosen = lastBreak ?? end
    return chosen > text.startIndex ? chosen : text.index(after: text.startIndex)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Character {
  fileprivate var relativeWidth: Double {
    if let asciiValue { return asciiValue.relativeWidth }
    return String(self).displayWidth == 2 ? 1.02 : 0.9
  }
}

extension UTF8.CodeUnit {
  /// The width of an ASCII character in ems, after the widest of the common sans-serif fonts.
  fileprivate var relativeWidth: Double {
    switch Unicode.Scalar(self) {
    case "i", "j", "l", "I", ".", ",", ":", ";", "|", "!", "'", " ", "(", ")", "[", "]", "/", "-":
      0.38
    case "m", "w", "M", "W", "@", "%", "+": 0.96
    case "A"..."Z", "&": 0.76
    default: 0.62
    }
  }
}

extension Character {
  /// Whether it stands with what is before it.
  fileprivate var closes: Bool { "）》」』”’、。，；：！？".contains(self) }
}
