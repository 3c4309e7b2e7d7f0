/// Percentages with two decimals, computed exactly and rounded once, half away from zero.
public enum Percentage {
  public static let decimals = 2
  /// Hundredths of a per cent in one.
  private static let scale: Int64 = 10_000

  /// `part` in per cent of `whole`; undefined where the whole is zero.
  public static func of(_ part: Money, _ whole: Money) -> PrintedNumber? {
    guard whole != .zero else { return nil }
    let (scaled, overflow) = part.cents.multipliedReportingOverflow(by: scale)
    if !overflow {
      return printed(Int128(scaled.dividedRoundingHalfAway(by: whole.cents)))
    }
    let wide = Int128(part.cents) * Int128(scale)
    return printed(wide.dividedRoundingHalfAway(by: Int128(whole.cents)))
  }

  /// The change over the absolute previous amount; undefined where that is zero.
  public static func growth(from previous: Money, to amount: Money) -> PrintedNumber? {
    of(amount - previous, previous.magnitude)
  }

  /// How many percentage points a share of one whole is above a share of another: the exact
  /// shares are subtracted, not the rounded ones.
  public static func points(
    _ part: Money, of whole: Money, above oldPart: Money, of oldWhole: Money
  ) -> PrintedNumber? {
    guard whole != .zero, oldWhole != .zero else { return nil }
    let difference =
      Int128(part.cents) * Int128(oldWhole.cents) - Int128(oldPart.cents) * Int128(whole.cents)
    let divisor = Int128(whole.cents) * Int128(oldWhole.cents)
    let (scaled, overflow) = difference.multipliedReportingOverflow(by: Int128(scale))
    if !overflow { return printed(scaled.dividedRoundingHalfAway(by: divisor)) }
    let size = scaledQuotient(difference.magnitude, divisor.magnitude)
    return printed((difference < 0) == (divisor < 0) ? size : -size)
  }

  /// `scale` × dividend ÷ divisor, rounded half up, digit by digit, where the product itself passes
  /// 128 bits.
  static func scaledQuotient(_ dividend: UInt128, _ divisor: UInt128) -> Int128 {
    var (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<4 {
      let (digit, left) = (rest * 10).quotientAndRemainder(dividingBy: divisor)
      quotient = quotient * 10 + digit
      rest = left
    }
    return Int128(quotient + (rest >= divisor - rest ? 1 : 0))
  }

  static func printed(_ hundredths: Int128) -> PrintedNumber? {
    Int64(exactly: hundredths).map { PrintedNumber(mantissa: $0, decimals: decimals) }
  }
}
