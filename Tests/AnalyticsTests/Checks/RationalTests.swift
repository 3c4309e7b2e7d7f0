import Analytics
import Testing

@Suite("A rational number")
struct RationalTests {
  @Test("is in lowest terms, with its sign above the line")
  func lowestTerms() throws {
    let number = try Rational(6, over: -8)
    #expect(number.numerator == -3)
    #expect(number.denominator == 4)
    #expect("\(number) \(Rational(7)) \(Rational.zero)" == "-3/4 7 0")
    #expect(number.magnitude == -number)
  }

  @Test("is exactly what a printed number or an amount says")
  func conversions() throws {
    #expect(try exact("884.83") == Rational(88_483, over: 100))
    let money = Money(cents: 884_830_000)
    #expect(Rational(money, in: .tenThousandYuan) == exact("884.83"))
    #expect(Rational(money, in: .yuan) == exact("8848300"))
    let smallest = PrintedNumber(mantissa: .min, decimals: 18)
    #expect(Rational(smallest) < exact("-9.22"))
  }

  @Test("adds, subtracts, multiplies and divides as in school")
  func school() throws {
    let half = try Rational(1, over: 2)
    let third = try Rational(1, over: 3)
    #expect(try half + third == Rational(5, over: 6))
    #expect(try half - third == Rational(1, over: 6))
    #expect(try half * third == Rational(1, over: 6))
    #expect(try half / -third == Rational(-3, over: 2))
    #expect(try half - half == .zero)
    #expect(third < half && -half < -third)
  }

  @Test("obeys the laws of a field, and keeps order")
  func laws() throws {
    var random = CheckRandom(seed: 1)
    for _ in 0..<500 {
      let (a, b, c) = try (random.fraction(), random.fraction(), random.fraction())
      #expect(try a + b == b + a)
      #expect(try (a + b) + c == a + (b + c))
      #expect(try a * (b + c) == a * b + a * c)
      #expect(try (a - b) + b == a)
      if b != .zero { #expect(try a / b * b == a) }
      #expect(try (a < b) == (a - b < .zero))
    }
  }

  @Test("reports what has no result, and does not trap")
  func problems() throws {
    let largest = try Rational(.max, over: 1)
    let smallest = try Rational(1, over: .max)
    #expect(throws: ArithmeticProblem.divisionByZero) { try Rational(1) / .zero }
    #expect(throws: ArithmeticProblem.divisionByZero) { try Rational(1, over: 0) }
    #expect(throws: ArithmeticProblem.overflow) { try largest + Rational(1) }
    #expect(throws: ArithmeticProblem.overflow) { try -largest - Rational(1) }
    #expect(throws: ArithmeticProblem.overflow) { try largest * Rational(2) }
    #expect(throws: ArithmeticProblem.overflow) { try largest + smallest }
    #expect(throws: ArithmeticProblem.overflow) { try Rational(.min, over: 1) }
    #expect(throws: ArithmeticProblem.overflow) { try largest.rounded(decimals: 0) }
    #expect(try Rational(.min, over: .min) == Rational(1))
    #expect(try Rational(.min, over: 2) == -Rational(1 << 126, over: 1))
  }

  @Test("is compared exactly where the cross products take 256 bits")
  func farComparison() throws {
    let above = try Rational(.max, over: .max - 1)
    let below = try Rational(.max - 1, over: .max)
    #expect(below < above && !(above < below))
    #expect(-above < below && -above < -below)
  }

  @Test(
    "is rounded half away from zero and half to even",
    arguments: [
      ("0.125", "0.13", "0.12"), ("-0.125", "-0.13", "-0.12"), ("0.135", "0.14", "0.14"),
      ("0.1249", "0.12", "0.12"), ("2.5", "2.50", "2.50"),
    ])
  func rounding(number: String, away: String, even: String) throws {
    #expect(try "\(exact(number).rounded(decimals: 2))" == away)
    #expect(try "\(exact(number).rounded(decimals: 2, .halfToEven))" == even)
  }

  @Test("prints a third to the digit")
  func third() throws {
    #expect(try "\(Rational(2, over: 3).rounded(decimals: 4))" == "0.6667")
    #expect(try "\(Rational(-2, over: 3).rounded(decimals: 0))" == "-1")
  }

  @Test(
    "prints a bound with enough decimals to be told from zero",
    arguments: [
      ("0.015", "0.015"), ("0.01", "0.01"), ("64.16", "64.16"), ("1.005", "1.005"), ("0", "0.00"),
      ("0.00126", "0.0013"), ("0.0005", "0.0005"), ("92.98123", "92.981"),
    ])
  func enoughDecimals(number: String, text: String) throws {
    #expect(try "\(exact(number).printed(atLeast: 2))" == text)
  }
}
