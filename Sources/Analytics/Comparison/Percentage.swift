/// Percentages with two decimals, computed exactly and rounded once, half away from zero.
public enum Percentage {
  public static let decimals = 2
  /// Hundredths of a per cent in one.
  private static let scale: Int128 = 10_000

  /// `part` in per cent of `whole`; undefined where the whole is zero.
  public static func of(_ part: Money, _ whole: Money) -> PrintedNumber? {
    guard whole != .zero else { return nil }
    return printed(
      (Int128(part.cents) * scale).dividedRoundingHalfAway(by: Int128(whole.cents)))
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
    var terms = [part, oldWhole, oldPart, whole].map { Int128($0.cents) }
    // Beyond 2^54 the product could pass 128 bits: the last binary digits make no hundredth of a
    // point there.
    while terms.contains(where: { $0.magnitude > 1 << 54 }) { terms = terms.map { $0 / 2 } }
    guard terms[1] != 0, terms[3] != 0 else { return nil }
    let difference = terms[0] * terms[1] - terms[2] * terms[3]
    return printed((difference * scale).dividedRoundingHalfAway(by: terms[1] * terms[3]))
  }

  private static func printed(_ hundredths: Int128) -> PrintedNumber? {
    Int64(exactly: hundredths).map { PrintedNumber(mantissa: $0, decimals: decimals) }
  }
}
