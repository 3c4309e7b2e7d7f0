import Analytics
import Testing

@Suite("A printed interval")
struct PrintedIntervalTests {
  private let around = PrintedInterval(printed("0.00"))

  @Test("of a printed number reaches half its last digit to both sides")
  func halfDigit() throws {
    let interval = PrintedInterval(printed("884.83"))
    #expect(interval.value == exact("884.83"))
    #expect(interval.lower == exact("884.825"))
    #expect(interval.upper == exact("884.835"))
    #expect(try PrintedInterval(exact("884.83"), roundedTo: 2) == interval)
  }

  @Test("of a constant has no width")
  func constant() {
    let interval = PrintedInterval(exactly: printed("100"))
    #expect(interval.isExact)
    #expect(interval.contains(Rational(100)))
    #expect(!interval.contains(exact("100.01")))
  }

  @Test("widens by the width of what is added or subtracted")
  func sum() throws {
    let a = PrintedInterval(printed("108.58"))
    let b = PrintedInterval(printed("14.34"))
    let sum = try a + b
    #expect(sum.value == exact("122.92"))
    #expect(sum.lower == exact("122.91") && sum.upper == exact("122.93"))
    let difference = try a - b
    #expect(difference.lower == exact("94.23") && difference.upper == exact("94.25"))
  }

  @Test("multiplies by the corner that is worst")
  func product() throws {
    let a = PrintedInterval(value: Rational(1), lower: Rational(-2), upper: Rational(3))
    let b = PrintedInterval(value: Rational(-1), lower: Rational(-5), upper: Rational(4))
    let product = try a * b
    #expect(product.lower == Rational(-15) && product.upper == Rational(12))
    #expect(product.value == Rational(-1))
  }

  @Test("is not divided by what is zero, or may be")
  func division() {
    let ten = PrintedInterval(exactly: Rational(10))
    let small = PrintedInterval(value: exact("0.004"), lower: exact("-0.001"), upper: exact("0.01"))
    #expect(throws: ArithmeticProblem.divisionByZero) { try ten / around }
    #expect(throws: ArithmeticProblem.divisionAcrossZero) { try ten / small }
  }

  @Test("has a magnitude that starts at zero where it holds zero")
  func magnitude() {
    #expect(around.magnitude.lower == .zero)
    #expect(around.magnitude.upper == exact("0.005"))
    let below = PrintedInterval(printed("-3.1"))
    #expect(below.magnitude == PrintedInterval(printed("3.1")))
  }

  @Test("of a growth is as close as can be: its ends are growths of the ends")
  func growth() throws {
    let now = PrintedInterval(printed("8.75"))
    let before = PrintedInterval(printed("9.15"))
    let growth = try now.growthPct(on: before)
    #expect(try growth.lower == Rational(100) * (exact("8.745") - exact("9.155")) / exact("9.155"))
    #expect(try growth.upper == Rational(100) * (exact("8.755") - exact("9.145")) / exact("9.145"))
    #expect(try "\(growth.value.rounded(decimals: 2))" == "-4.37")
  }

  @Test("of a growth on a negative number rises where the number rises")
  func growthOnNegative() throws {
    let growth = try PrintedInterval(printed("-5")).growthPct(on: PrintedInterval(printed("-10")))
    #expect(growth.value == Rational(50))
  }

  @Test("contains the result for any members of its operands")
  func containment() throws {
    var random = CheckRandom(seed: 2)
    for _ in 0..<400 {
      let left = PrintedInterval(random.printedNumber())
      let right = PrintedInterval(random.printedNumber())
      let a = try random.member(of: left)
      let b = try random.member(of: right)
      #expect(try (left + right).contains(a + b))
      #expect(try (left - right).contains(a - b))
      #expect(try (left * right).contains(a * b))
      #expect((-left).contains(-a))
      #expect(left.magnitude.contains(a.magnitude))
      guard !right.contains(.zero) else { continue }
      #expect(try (left / right).contains(a / b))
      #expect(try left.growthPct(on: right).contains(Rational(100) * (a - b) / b.magnitude))
      #expect(try left.sharePct(of: right).contains(Rational(100) * a / b))
    }
  }
}
