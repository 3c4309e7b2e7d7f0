import Testing

@testable import Analytics

@Suite("An amount")
struct AmountTextTests {
  private func read(_ text: String) -> AmountText {
    let bytes = Array(text.utf8)
    return AmountText.read(bytes, 0..<bytes.count)
  }

  @Test(
    "is read as programs and people write it",
    arguments: [
      ("0", 0, 0), ("12", 12, 0), ("-12.5", -125, 1), ("12.50", 1250, 2), (".5", 5, 1),
      ("+3.25", 325, 2), ("0.125", 125, 3), ("1234.567", 1_234_567, 3), ("-.500", -500, 3),
      ("397.52000000000004", 39_752_000_000_000_004, 14), ("1e-05", 1, 5), ("1.5E+3", 1500, 0),
      ("1,234.50", 123_450, 2), ("1.234,50", 123_450, 2), ("12,34,567", 1_234_567, 0),
      ("1,234,567", 1_234_567, 0), ("1'234'567.80", 123_456_780, 2), ("1’234.5", 12_345, 1),
      ("1 234,50", 123_450, 2), ("1\u{202f}234\u{202f}567", 1_234_567, 0),
      ("1\u{a0}234", 1234, 0), (" 12.5 ", 125, 1), ("\u{3000}12.5", 125, 1),
      ("１１８．３３", 11833, 2), ("１，２３４．５", 12_345, 1), ("(100.25)", -10_025, 2),
      ("（100.25）", -10_025, 2), ("120.5-", -1205, 1), ("−7.5", -75, 1), ("- 7.5", -75, 1),
    ])
  func number(text: String, mantissa: Int, decimals: Int) {
    guard case .number(let value, let places, _) = read(text) else {
      Issue.record("\(text): \(read(text))")
      return
    }
    #expect(value == Int128(mantissa))
    #expect(places == decimals)
  }

  @Test("may be nothing", arguments: ["", " ", "\u{3000}"])
  func blank(text: String) { #expect(read(text) == .blank(isDash: false)) }

  @Test("may be a dash for nothing", arguments: ["-", "--", "—", "——", "–", "－"])
  func dash(text: String) { #expect(read(text) == .blank(isDash: true)) }

  @Test(
    "with one separator before three digits is left to its column",
    arguments: [("75.934", 75_934, DecimalMark.point), ("-1,234", -1234, .comma)])
  func ambiguous(text: String, mantissa: Int, mark: DecimalMark) {
    #expect(read(text) == .ambiguous(mantissa: Int128(mantissa), mark: mark))
  }

  @Test(
    "is nothing else",
    arguments: [
      "12,5O", "1.2.3", "1,23,4", "12 34", "1e", "e5", "--5", "(5", "(-5)", "5.", ".", ",",
      "1,2.3,4",
      "¥5", "5%", "0x10", "nan", "inf", "1_000", "1,,000", "1234,567.8", "1e99", "٣",
    ])
  func refused(text: String) { #expect(read(text) == .notAnAmount) }
}
