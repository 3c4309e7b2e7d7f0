/// An exact fraction in lowest terms.
///
/// Every operation either is exact or throws `overflow`: nothing traps and nothing wraps. Operators
/// throw, so that a formula still reads as one: `try (a - b) / b`.
public struct Rational: Hashable, Sendable {
  public static let zero = Rational(0)

  /// Carries the sign; never `Int128.min`, so that it can always be negated.
  public let numerator: Int128
  /// At least 1.
  public let denominator: Int128

  public init(_ integer: Int) {
    self.init(lowestTerms: Int128(integer), over: 1)
  }

  /// - Throws: `divisionByZero`, or `overflow` where the lowest terms take more than 127 bits.
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticProblem) {
    guard denominator != 0 else { throw .divisionByZero }
    let divisor = UInt128.commonDivisor(numerator.magnitude, denominator.magnitude)
    let top = numerator.magnitude / divisor
    let bottom = denominator.magnitude / divisor
    guard top <= Int128.max.magnitude, bottom <= Int128.max.magnitude else { throw .overflow }
    let isNegative = (numerator < 0) != (denominator < 0)
    self.init(lowestTerms: isNegative ? -Int128(top) : Int128(top), over: Int128(bottom))
  }

  /// The number exactly as its digits say.
  public init(_ number: PrintedNumber) {
    self.init(reducing: Int128(number.mantissa), over: .powerOfTen(number.decimals))
  }

  /// An amount in an amount unit: 884.83 for 884,830,000 hundredths in 万元.
  public init(_ money: Money, in unit: AmountUnit) {
    self.init(reducing: Int128(money.cents), over: Int128(unit.cents))
  }

  /// How far a number printed with so many decimals may be from what was rounded.
  public static func halfLastDigit(decimals: Int) -> Rational {
    Rational(lowestTerms: 1, over: 2 * .powerOfTen(decimals))
  }

  /// For terms far from the limits, of which the lower is positive.
  init(reducing numerator: Int128, over denominator: Int128) {
    let divisor = Int128(UInt128.commonDivisor(numerator.magnitude, denominator.magnitude))
    self.init(lowestTerms: numerator / divisor, over: denominator / divisor)
  }

  private init(lowestTerms numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  public var magnitude: Rational { numerator < 0 ? -self : self }

  public static prefix func - (a: Rational) -> Rational {
    Rational(lowestTerms: -a.numerator, over: a.denominator)
  }

  /// Source: Knuth (1997), The Art of Computer Programming 2, section 4.5.1: the common divisor of
  /// the denominators is taken out first, so that nothing grows beyond what the sum needs.
  public static func + (a: Rational, b: Rational) throws(ArithmeticProblem) -> Rational {
    let shared = a.denominator.commonDivisor(with: b.denominator)
    let left = try a.numerator.timesChecked(b.denominator / shared)
    let right = try b.numerator.timesChecked(a.denominator / shared)
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow, sum != .min else { throw .overflow }
    let rest = sum.commonDivisor(with: shared)
    return Rational(
      lowestTerms: sum / rest,
      over: try (a.denominator / shared).timesChecked(b.denominator / rest))
  }

  public static func - (a: Rational, b: Rational) throws(ArithmeticProblem) -> Rational {
    try a + (-b)
  }

  public static func * (a: Rational, b: Rational) throws(ArithmeticProblem) -> Rational {
    let falling = a.numerator.commonDivisor(with: b.denominator)
    let rising = b.numerator.commonDivisor(with: a.denominator)
    return Rational(
      lowestTerms: try (a.numerator / falling).timesChecked(b.numerator / rising),
      over: try (a.denominator / rising).timesChecked(b.denominator / falling))
  }

  public static func / (a: Rational, b: Rational) throws(ArithmeticProblem) -> Rational {
    guard b.numerator != 0 else { throw .divisionByZero }
    let sign: Int128 = b.numerator < 0 ? -1 : 1
    return try a * Rational(lowestTerms: sign * b.denominator, over: sign * b.numerator)
  }
}

extension Rational: Comparable {
  /// Exact for all fractions: the cross products are compared in 256 bits.
  public static func < (a: Rational, b: Rational) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}

extension Rational: CustomStringConvertible {
  /// `3/8`, or `3` for a whole number.
  public var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }
}

extension UInt128 {
  /// The greatest common divisor, by Euclid; at least one of the two is not 0.
  fileprivate static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Int128 {
  fileprivate func commonDivisor(with other: Int128) -> Int128 {
    Int128(UInt128.commonDivisor(magnitude, other.magnitude))
  }

  fileprivate func timesChecked(_ other: Int128) throws(ArithmeticProblem) -> Int128 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    guard !overflow, product != .min else { throw .overflow }
    return product
  }
}
