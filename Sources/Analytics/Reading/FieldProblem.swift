/// What a text in a column of years or amounts is instead, and what would be right.
enum FieldProblem {
  static func year(_ text: String) -> String {
    let digits = runs(of: text)
    let advice: String
    if digits.count == 2, digits[0].count == 4, [2, 4].contains(digits[1].count),
      text.allSatisfy({ $0.isNumber || "/-–—_ FYfy".contains($0) }), !isMonth(digits[1])
    {
      let second = digits[1].count == 4 ? digits[1] : digits[0].prefix(2) + digits[1]
      advice = "is two years; write the one that it is named for, \(digits[0]) or \(second)"
    } else if digits.count > 1, digits.contains(where: { $0.count == 4 }) {
      advice = "is a date; write its year alone"
    } else {
      advice = "is not a year; write one from 1 to 9999, as in 2023"
    }
    return "\(text.quoted) \(advice)"
  }

  static func amount(_ text: String) -> String {
    let right = "write digits with at most one decimal point, as in -1250.5"
    if text.unicodeScalars.contains(where: { $0 == "%" || $0 == "％" || $0 == "‰" }) {
      return "is a percentage, not an amount; take another column, or leave the sign out"
    }
    if !text.contains(where: \.isNumber) {
      return "is not an amount; \(right), or say --missing \(text.shellWord) if it stands for "
        + "nothing known"
    }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) {
      return "has a currency sign; leave it out and say --currency; \(right)"
    }
    return "is not an amount; \(right)"
  }

  /// The runs of digits in a text.
  private static func runs(of text: String) -> [Substring] {
    text.split(whereSeparator: { !("0"..."9").contains($0) })
  }

  /// Whether `12` in `2019-12` may be one: `2019-20` is two years.
  private static func isMonth(_ digits: Substring) -> Bool {
    digits.count == 2 && (1...12).contains(Int(digits) ?? 0)
  }
}
