/// What a field of a small table says, read once for all the rows that say it.
struct FieldValue: Sendable {
  let text: String
  /// In a column of years.
  let year: FiscalYear?
  /// In a column of amounts or other numbers.
  let number: PrintedNumber?

  init(_ text: String, _ kind: ColumnSchema.Kind) {
    self.text = text
    let bytes = Array(text.utf8)
    year = kind == .year ? YearText.read(bytes, 0..<bytes.count) : nil
    number =
      switch kind {
      case .amount, .number, .bounded: PrintedNumber(field: text)
      default: nil
      }
  }

  /// What is wrong with it in its column, and what would be right.
  func problem(_ kind: ColumnSchema.Kind) -> String? {
    switch kind {
    case .text: return nil
    case .year: return year == nil ? "is not a year; write one from 1 to 9999, as in 2023" : nil
    case .amount, .number: return numberProblem
    case .bounded(let bounds):
      return numberProblem ?? (number.map(bounds.hold) == true ? nil : bounds.problem)
    case .date:
      return FieldValue.isDate(text)
        ? nil : "is not a date; write a month or a day, 2023-07 or 2023-07-15"
    case .oneOf(let words):
      return words.contains(text)
        ? nil : "is not known here; write \(FieldValue.list(words))"
    case .someOf(let words):
      let parts = text.split(separator: "+", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      return parts.allSatisfy(words.contains)
        ? nil : "is not known here; write one or more, joined by +, of \(FieldValue.list(words))"
    }
  }

  private var numberProblem: String? {
    if number != nil { return nil }
    return FieldValue.isNumber(text)
      ? "has too many digits; 18 are the most"
      : "is not a number; write digits with at most one decimal point, as in -1250.5"
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words.last!
  }

  /// Whether the text is a number, if perhaps one that is too long.
  private static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch AmountText.read(bytes, 0..<bytes.count) {
    case .number(_, _, let mark): return mark != .comma
    case .ambiguous: return true
    case .blank, .notAnAmount: return false
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 || parts.count == 3, parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), year >= 1, (1...12).contains(month)
    else { return false }
    guard parts.count == 3 else { return true }
    return Int(parts[2]).map { (1...FiscalYear(year).days(inMonth: month)).contains($0) } ?? false
  }
}

extension PrintedNumber {
  /// A number with a decimal point, as data packages write them; nil where the text is none.
  init?(field text: String) {
    let bytes = Array(text.utf8)
    switch AmountText.read(bytes, 0..<bytes.count) {
    case .number(let mantissa, let decimals, let mark) where mark != .comma:
      self.init(rounding: mantissa, decimals)
    case .ambiguous(let mantissa, .point): self.init(rounding: mantissa, 3)
    case .ambiguous(let mantissa, .comma): self.init(rounding: mantissa, 0)
    default: return nil
    }
  }

  /// With at most twelve decimals.
  private init?(rounding mantissa: Int128, _ decimals: Int) {
    let kept = min(decimals, 12)
    guard decimals - kept <= 30 else { return nil }
    let rounded = mantissa.dividedRoundingHalfToEven(by: .powerOfTen(decimals - kept))
    guard let digits = Int64(exactly: rounded) else { return nil }
    self.init(mantissa: digits, decimals: kept)
  }
}
