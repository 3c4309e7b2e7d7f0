/// An amount that is a fraction of hundredths of the currency unit, such as a mean or a slope:
/// it is rounded once, when it is printed.
public struct ExactAmount: Hashable, Sendable {
  /// In hundredths of the currency unit.
  private let numerator: Int128
  /// Positive.
  private let denominator: Int128

  public init(_ numerator: Int128, over denominator: Int128) {
    precondition(denominator > 0, "\(denominator) as a denominator")
    let divisor = ExactAmount.commonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public var doubleValue: Double { Double(numerator) / Double(denominator) }

  /// Rounded half away from zero; to the cent first only where more digits would not fit.
  public func printed(in unit: AmountUnit, decimals: Int) -> PrintedNumber {
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: .powerOfTen(decimals))
    let (divisor, isTooLarge) = denominator.multipliedReportingOverflow(by: Int128(unit.cents))
    if !overflow && !isTooLarge,
      let mantissa = Int64(exactly: scaled.dividedRoundingHalfAway(by: divisor))
    {
      return PrintedNumber(mantissa: mantissa, decimals: decimals)
    }
    return Money(rounding: doubleValue).printed(in: unit, decimals: decimals)
  }

  private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(max(a, 1))
  }
}
