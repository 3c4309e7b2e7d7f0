/// A number, and the bounds within which rounding of printed digits leaves what it stands for.
///
/// A sum, product or quotient of intervals contains every result that members of its operands can
/// give. An operand that occurs twice counts as two: the bounds then are safe, but not the closest.
public struct PrintedInterval: Hashable, Sendable {
  /// The result of the digits as printed.
  public let value: Rational
  public let lower: Rational
  public let upper: Rational

  public init(value: Rational, lower: Rational, upper: Rational) {
    precondition(lower <= value && value <= upper, "\(value) outside \(lower)...\(upper)")
    self.value = value
    self.lower = lower
    self.upper = upper
  }

  /// An interval without width.
  public init(exactly value: Rational) {
    self.init(value: value, lower: value, upper: value)
  }

  /// A constant: all further digits are zero.
  public init(exactly number: PrintedNumber) {
    self.init(exactly: Rational(number))
  }

  /// A number that was rounded to its last digit, half of which it may be off on either side.
  public init(_ number: PrintedNumber) {
    let halves = 2 * Int128(number.mantissa)
    let scale = 2 * Int128.powerOfTen(number.decimals)
    self.init(
      value: Rational(number),
      lower: Rational(reducing: halves - 1, over: scale),
      upper: Rational(reducing: halves + 1, over: scale))
  }

  /// A number that stands for one that was rounded to so many decimals.
  public init(_ value: Rational, roundedTo decimals: Int) throws(ArithmeticProblem) {
    let half = Rational.halfLastDigit(decimals: decimals)
    self.init(value: value, lower: try value - half, upper: try value + half)
  }

  public var isExact: Bool { lower == upper }

  public func contains(_ number: Rational) -> Bool { lower <= number && number <= upper }
}
