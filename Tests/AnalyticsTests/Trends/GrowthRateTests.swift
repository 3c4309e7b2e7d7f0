import Testing

@testable import Analytics

@Suite("Compound growth")
struct GrowthRateTests {
  private func growth(_ first: Int64, _ last: Int64, _ years: Int) -> PrintedNumber? {
    GrowthRate.compound(from: Money(cents: first), to: Money(cents: last), years: years)
  }

  @Test("is that of the root: 8 % a year over three years, halved over two")
  func plain() {
    #expect(growth(1_000_000, 1_259_712, 3) == PrintedNumber(mantissa: 800, decimals: 2))
    #expect(growth(400, 100, 2) == PrintedNumber(mantissa: -5_000, decimals: 2))
  }

  @Test("is found over the longest spans and from the smallest to the largest amounts")
  func long() {
    // 1000000 ^ (1 / 9997) = e ^ (13.8155 / 9997) = 1.001383.
    #expect(growth(1, 1_000_000, 9_997) == PrintedNumber(mantissa: 14, decimals: 2))
    #expect(growth(1_000_000, 1, 9_997) == PrintedNumber(mantissa: -14, decimals: 2))
    // 10 ^ (18 / 2) = 10 ^ 9: 99,999,999,900 %.
    #expect(
      growth(1, 1_000_000_000_000_000_000, 2)
        == PrintedNumber(mantissa: 9_999_999_990_000, decimals: 2))
  }
}
