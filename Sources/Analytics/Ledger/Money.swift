/// An exact amount of money, in hundredths of the currency unit.
///
/// Sources print 元, 万元, thousands or millions, and readers scale them on entry, so every sum of
/// printed figures is exact. `Double` begins where statistics begin.
public struct Money: Hashable, Comparable, AdditiveArithmetic, Sendable {
  public static let zero = Money(cents: 0)

  /// Hundredths of the currency unit.
  public let cents: Int64

  public init(cents: Int64) { self.cents = cents }

  public var magnitude: Money { Money(cents: abs(cents)) }

  public static prefix func - (a: Money) -> Money { Money(cents: -a.cents) }
  public static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
  public static func - (a: Money, b: Money) -> Money { Money(cents: a.cents - b.cents) }
  public static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
}

extension Money {
  /// The amount as it is printed in an amount unit, rounded half away from zero where the
  /// decimals do not hold it.
  public func printed(in unit: AmountUnit, decimals: Int) -> PrintedNumber {
    let excess = unit.exactDecimals - decimals
    let mantissa =
      excess > 0
      ? cents.dividedRoundingHalfAway(by: .powerOfTen(excess)) : cents * .powerOfTen(-excess)
    return PrintedNumber(mantissa: mantissa, decimals: decimals)
  }
}
