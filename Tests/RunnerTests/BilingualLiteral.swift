/// A text that the sources write down in both languages, its interpolations left out.
struct BilingualLiteral {
  let zh: String
  let en: String

  /// Every `zh: "…", en: "…"`, each of them one string or several that are added.
  static func all(in code: String) -> [BilingualLiteral] {
    var found: [BilingualLiteral] = []
    var scanner = LiteralScanner(rest: code[...])
    while scanner.skip(past: "zh: ") {
      guard let zh = scanner.sum(), scanner.skip(","), scanner.skip("en:"), let en = scanner.sum()
      else { continue }
      found.append(BilingualLiteral(zh: zh, en: en))
    }
    return found
  }
}

/// Reads string literals in Swift code.
private struct LiteralScanner {
  var rest: Substring

  /// Moves behind the next occurrence of a text; false where there is none.
  mutating func skip(past text: String) -> Bool {
    guard let range = rest.firstRange(of: text) else { return false }
    rest = rest[range.upperBound...]
    return true
  }

  /// Moves behind blanks and a text, if it is next.
  mutating func skip(_ text: String) -> Bool {
    let next = rest.drop { $0.isWhitespace }
    guard next.hasPrefix(text) else { return false }
    rest = next.dropFirst(text.count)
    return true
  }

  /// Literals that are added; nil where there is none.
  mutating func sum() -> String? {
    guard var text = literal() else { return nil }
    while skip("+") {
      guard let more = literal() else { return nil }
      text += more
    }
    return text
  }

  private mutating func literal() -> String? {
    guard skip("\"") else { return nil }
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\" else {
        text.append(character)
        continue
      }
      if rest.popFirst() == "(" {
        skipInterpolation()
        text += " "
      }
    }
    return text
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0, let character = rest.first {
      if character == "\"" {
        _ = literal()
        continue
      }
      rest.removeFirst()
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
    }
  }
}
