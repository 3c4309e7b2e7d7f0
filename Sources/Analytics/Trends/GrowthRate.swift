/// Growth a year from one amount to another, in per cent with two decimals.
enum GrowthRate {
  /// (last ÷ first)^(1 ÷ years) − 1, rounded half away from zero; undefined where an end is not
  /// positive.
  ///
  /// The root is found in doubles; where it stands next to a half, whole numbers decide whether it
  /// stands on it.
  static func compound(from first: Money, to last: Money, years: Int) -> PrintedNumber? {
    guard first > .zero, last > .zero, years > 0 else { return nil }
    if years == 1 { return Percentage.growth(from: first, to: last) }
    let growth = (root(Double(last.cents) / Double(first.cents), years) - 1) * 10_000
    let below = growth.rounded(.down)
    guard let floor = Int64(exactly: below) else { return nil }
    let isOnHalf =
      abs(growth - below - 0.5) < 1e-3 && isRoot(2 * floor + 20_001, of: last, first, years)
    let mantissa =
      isOnHalf
      ? (growth < 0 ? floor : floor + 1) : Int64(growth.rounded(.toNearestOrAwayFromZero))
    return PrintedNumber(mantissa: mantissa, decimals: 2)
  }

  /// The *n*-th root by Newton's method: only the four operations and square roots, so the same bits
  /// everywhere.
  private static func root(_ value: Double, _ n: Int) -> Double {
    var x = max(1, value)
    // From above and near: as many square roots as n has powers of two.
    for _ in 0..<(Int.bitWidth - 1 - n.leadingZeroBitCount) { x = x.squareRoot() }
    while true {
      var power = 1.0
      for _ in 1..<n { power *= x }
      let next = x - (x - value / power) / Double(n)
      if next >= x { return next }
      x = next
    }
  }

  /// Whether first × (half ÷ 20,000)ⁿ is last: both sides as whole numbers have the same remainder
  /// for three large primes.
  private static func isRoot(_ half: Int64, of last: Money, _ first: Money, _ n: Int) -> Bool {
    guard half > 0 else { return false }
    let primes: [UInt64] = [
      18_446_744_073_709_551_557, 18_446_744_073_709_551_533, 18_446_744_073_709_551_521,
    ]
    return primes.allSatisfy { prime in
      func product(_ start: Int64, _ factor: Int64) -> UInt64 {
        (0..<n).reduce(UInt64(start) % prime) { rest, _ in
          let wide = rest.multipliedFullWidth(by: UInt64(factor) % prime)
          return prime.dividingFullWidth(wide).remainder
        }
      }
      return product(first.cents, half) == product(last.cents, 20_000)
    }
  }
}
