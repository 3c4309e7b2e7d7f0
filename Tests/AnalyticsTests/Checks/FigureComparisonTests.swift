import Analytics
import Testing

@Suite("The comparison of a figure")
struct FigureComparisonTests {
  private func compare(_ text: String, _ recomputed: PrintedInterval) throws -> FigureComparison {
    try FigureComparison(printed: printed(text), recomputed: recomputed)
  }

  private func interval(_ text: String) -> PrintedInterval { PrintedInterval(printed(text)) }

  @Test("notes the running cost, which three roundings explain")
  func rounding() throws {
    let comparison = try compare("122.93", interval("108.58") + interval("14.34"))
    #expect(comparison.verdict == .rounding(difference: exact("0.01"), bound: exact("0.015")))
    #expect(try "\(comparison.bound.printed(atLeast: 2))" == "0.015")
    let below = try compare("122.91", interval("108.58") + interval("14.34"))
    #expect(below.verdict == .rounding(difference: exact("-0.01"), bound: exact("0.015")))
  }

  @Test("agrees where the value rounds to what is printed")
  func agrees() throws {
    #expect(
      try compare("11.74", interval("884.83").growthPct(on: interval("791.85"))).verdict == .agrees)
    #expect(
      try compare("-4.37", interval("8.75").growthPct(on: interval("9.15"))).verdict == .agrees)
    #expect(
      try compare("33.02", interval("8.75").sharePct(of: interval("26.50"))).verdict == .agrees)
    let batches = PrintedInterval(exactly: printed("474"))
    let yuan = PrintedInterval(exactly: printed("10000"))
    #expect(try compare("374.47", interval("17.75") * yuan / batches).verdict == .agrees)
  }

  @Test("accepts a half rounded up or to even, and no other way")
  func halves() throws {
    let half = PrintedInterval(exactly: exact("0.125"))
    #expect(try compare("0.13", half).verdict == .agrees)
    #expect(try compare("0.12", half).verdict == .agrees)
    let odd = PrintedInterval(exactly: exact("0.135"))
    #expect(try compare("0.14", odd).verdict == .agrees)
    #expect(
      try compare("0.13", odd).verdict
        == .rounding(
          difference: exact("-0.005"), bound: exact("0.005")))
  }

  @Test("finds the retirement line, and the income of the year before")
  func differs() throws {
    #expect(
      try compare("18.92", interval("18.92") + interval("1.16")).verdict
        == .differs(
          difference: exact("-1.16"), bound: exact("0.015"), expected: printed("20.08")))
    #expect(
      try compare("727.69", interval("884.83") - interval("92.98")).verdict
        == .differs(
          difference: exact("-64.16"), bound: exact("0.015"), expected: printed("791.85")))
  }

  @Test("bounds a difference on its own side where the interval is lopsided")
  func lopsided() throws {
    let interval = PrintedInterval(value: Rational(10), lower: Rational(9), upper: Rational(30))
    #expect(
      try compare("20", interval).verdict
        == .rounding(difference: Rational(10), bound: exact("20.5")))
    #expect(
      try compare("8", interval).verdict
        == .differs(difference: Rational(-2), bound: exact("1.5"), expected: printed("10")))
  }

  @Test("doubts a difference beyond four standard deviations of a long sum")
  func unlikely() throws {
    // 48 roundings: 4 √(48/12) is 8 last digits.
    let wide = PrintedInterval(value: .zero, lower: Rational(-1), upper: Rational(1))
    let widths = Array(repeating: exact("0.01"), count: 48)
    #expect(try !compare("0.08", wide).isUnlikely(widths: widths))
    #expect(try compare("0.09", wide).isUnlikely(widths: widths))
    #expect(try compare("-0.09", wide).isUnlikely(widths: widths))
    #expect(try !compare("0.09", wide).isUnlikely(widths: []))
  }
}
