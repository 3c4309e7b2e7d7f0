/// An amount that is a fraction of hundredths of the currency unit, such as a mean or a slope:
/// it is rounded once, when it is printed.
public struct ExactAmount: Sendable {
  /// In hundredths of the currency unit.
  private let numerator: Int128
  /// Positive.
  private let denominator: Int128

  public init(_ numerator: Int128, over denominator: Int128) {
    precondition(denominator > 0, "\(denominator) as a denominator")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Rounded half away from zero; to the cent first only where more digits would not fit.
  public func printed(in unit: AmountUnit, decimals: Int) -> PrintedNumber {
    if let mantissa = mantissa(in: unit, decimals) {
      return PrintedNumber(mantissa: mantissa, decimals: decimals)
    }
    let lowest = lowestTerms
    if let mantissa = lowest.mantissa(in: unit, decimals) {
      return PrintedNumber(mantissa: mantissa, decimals: decimals)
    }
    let nearest = Double(lowest.numerator) / Double(lowest.denominator)
    return Money(rounding: nearest).printed(in: unit, decimals: decimals)
  }

  /// Nil where an intermediate number or the mantissa does not fit.
  private func mantissa(in unit: AmountUnit, _ decimals: Int) -> Int64? {
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: .powerOfTen(decimals))
    let (divisor, isTooLarge) = denominator.multipliedReportingOverflow(by: Int128(unit.cents))
    guard !overflow && !isTooLarge else { return nil }
    return Int64(exactly: scaled.dividedRoundingHalfAway(by: divisor))
  }

  private var lowestTerms: ExactAmount {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1))
    return ExactAmount(numerator / divisor, over: denominator / divisor)
  }
}
