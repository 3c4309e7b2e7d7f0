/// An unevaluated sum of two doubles, about 106 bits: residuals in it lose nothing to rounding.
///
/// Splits instead of fused multiply-adds: exact on every processor, and fast where `fma` is a
/// function. Magnitudes must stay between 2⁻⁹⁰⁰ and 2⁹⁰⁰, which scaled columns do.
///
/// Source: Dekker (1971), Numerische Mathematik 18, 224–242; the sums and the product are
/// algorithms 6 and 7 of Joldes, Muller and Popescu (2017), ACM TOMS 44, article 15.
struct DoubleDouble: Hashable, Sendable {
  static let zero = DoubleDouble(0)

  /// The nearest double to the whole.
  let high: Double
  let low: Double

  init(_ value: Double) {
    high = value
    low = 0
  }

  /// *a* + *b* exactly (TwoSum).
  init(sum a: Double, _ b: Double) {
    high = a + b
    let rest = high - a
    low = (a - (high - rest)) + (b - rest)
  }

  /// *a* × *b* exactly (TwoProduct).
  init(product a: Double, _ b: Double) {
    high = a * b
    let (a1, a2) = Self.halves(a)
    let (b1, b2) = Self.halves(b)
    low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2
  }

  /// *a* + *b* exactly, where |*a*| ≥ |*b*| or *a* is 0.
  private init(ordered a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// Two numbers of 26 bits that add up to one of 53.
  private static func halves(_ value: Double) -> (Double, Double) {
    let shifted = value * 0x8000001p0
    let first = shifted - (shifted - value)
    return (first, value - first)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = DoubleDouble(sum: a.high, b.high)
    let low = DoubleDouble(sum: a.low, b.low)
    let middle = DoubleDouble(ordered: high.high, high.low + low.high)
    return DoubleDouble(ordered: middle.high, low.low + middle.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(ordered: -a.high, -a.low)
  }

  static func + (a: DoubleDouble, b: Double) -> DoubleDouble { a + DoubleDouble(b) }

  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let high = DoubleDouble(product: a.high, b)
    let middle = DoubleDouble(ordered: high.high, a.low * b)
    return DoubleDouble(ordered: middle.high, high.low + middle.low)
  }

  /// The quotient to about 100 bits: one division, and one of what it leaves.
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let quotient = a.high / b.high
    let rest = a - b * quotient
    return DoubleDouble(ordered: quotient, rest.high / b.high)
  }

  /// The sum of squares, each of numbers known to 106 bits.
  static func sumOfSquares(_ values: [DoubleDouble]) -> DoubleDouble {
    values.reduce(.zero) { sum, value in
      sum + value * value.high + DoubleDouble(product: value.high, value.low)
    }
  }

  static func sum(_ values: [Double]) -> DoubleDouble {
    values.reduce(.zero) { $0 + $1 }
  }
}
