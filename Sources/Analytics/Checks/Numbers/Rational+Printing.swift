extension Rational {
  /// Which neighbour a number in the middle between two goes to.
  public enum RoundingRule: CaseIterable, Hashable, Sendable {
    /// 四舍五入, the rule of printed tables.
    case halfAwayFromZero
    /// The rule of much accounting software.
    case halfToEven
  }

  /// The nearest number with so many decimals.
  ///
  /// - Throws: `overflow`, where the digits do not fit a printed number.
  public func rounded(
    decimals: Int, _ rule: RoundingRule = .halfAwayFromZero
  ) throws(ArithmeticProblem) -> PrintedNumber {
    let scaled = try timesPowerOfTen(decimals)
    let nearest =
      switch rule {
      case .halfAwayFromZero: scaled.numerator.dividedRoundingHalfAway(by: scaled.denominator)
      case .halfToEven: scaled.numerator.dividedRoundingHalfToEven(by: scaled.denominator)
      }
    guard let mantissa = Int64(exactly: nearest) else { throw .overflow }
    return PrintedNumber(mantissa: mantissa, decimals: decimals)
  }

  /// The number with enough decimals to be read next to numbers with `decimals` of them.
  ///
  /// Those decimals where they hold it exactly; otherwise the fewest more that hold it exactly or
  /// show two significant digits: a bound of 0.015 beside 122.93, and of 0.0013 beside 11.74.
  public func printed(atLeast decimals: Int) throws(ArithmeticProblem) -> PrintedNumber {
    for places in decimals..<18 {
      let scaled = try timesPowerOfTen(places)
      let isExact = scaled.denominator == 1
      if isExact || (places > decimals && scaled.magnitude >= Rational(10)) {
        return try rounded(decimals: places)
      }
    }
    return try rounded(decimals: 18)
  }

  private func timesPowerOfTen(_ exponent: Int) throws(ArithmeticProblem) -> Rational {
    try self * Rational(.powerOfTen(exponent), over: 1)
  }
}
