/// A figure as a report prints it, against the same figure recomputed.
public struct FigureComparison: Hashable, Sendable {
  /// Differences are printed less recomputed.
  public enum Verdict: Hashable, Sendable {
    /// The recomputed value rounds to what is printed, half away from zero or half to even.
    case agrees
    /// Rounding of the printed digits on both sides can make the difference.
    case rounding(difference: Rational, bound: Rational)
    /// It cannot; `expected` is what should be printed.
    case differs(difference: Rational, bound: Rational, expected: PrintedNumber)
  }

  public let printed: PrintedNumber
  public let recomputed: PrintedInterval
  /// Printed less recomputed.
  public let difference: Rational
  /// The most that rounding can make of the difference in its direction: half the last printed
  /// digit, and what the recomputed value may be off.
  public let bound: Rational
  public let verdict: Verdict

  /// - Throws: `overflow`.
  public init(
    printed: PrintedNumber, recomputed: PrintedInterval
  ) throws(ArithmeticProblem) {
    self.printed = printed
    self.recomputed = recomputed
    difference = try Rational(printed) - recomputed.value
    let slack =
      difference < .zero
      ? try recomputed.value - recomputed.lower : try recomputed.upper - recomputed.value
    bound = try slack + .halfLastDigit(decimals: printed.decimals)
    verdict = try Self.verdict(printed, recomputed.value, difference, bound)
  }

  private static func verdict(
    _ printed: PrintedNumber, _ value: Rational, _ difference: Rational, _ bound: Rational
  ) throws(ArithmeticProblem) -> Verdict {
    let expected = try value.rounded(decimals: printed.decimals)
    let even = try value.rounded(decimals: printed.decimals, .halfToEven)
    if printed == expected || printed == even { return .agrees }
    return difference.magnitude <= bound
      ? .rounding(difference: difference, bound: bound)
      : .differs(difference: difference, bound: bound, expected: expected)
  }

  /// Whether independent roundings hardly ever make such a difference: it is beyond four standard
  /// deviations. For *n* roundings to one last digit that is 4 √(n/12) of it.
  ///
  /// - Parameter widths: How far apart the ends of each rounded number are; none for a sum too
  ///   short to be doubted.
  public func isUnlikely(widths: [Rational]) throws(ArithmeticProblem) -> Bool {
    guard !widths.isEmpty else { return false }
    var squares = Rational.zero
    for width in widths { squares = try squares + width * width }
    return try difference * difference > squares * Rational(16) / Rational(12)
  }
}
