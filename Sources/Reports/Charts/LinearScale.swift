/// Maps values to places along an axis whose ends and ticks are round numbers.
struct LinearScale {
  let low: Double
  let high: Double
  /// Rising, from `low` to `high`.
  let ticks: [Double]
  /// Decimals that tell the ticks apart.
  let decimals: Int
  private let start: Double
  private let end: Double

  /// - Parameters:
  ///   - values: What must have a place; without any the axis goes from 0 to 1.
  ///   - includesZero: Whether zero must have a place too, as under bars.
  ///   - start: The place of the lowest tick.
  ///   - end: The place of the highest.
  ///   - count: About how many steps the axis has.
  init(
    _ values: [Double], includesZero: Bool, from start: Double, to end: Double, steps count: Int
  ) {
    let all = values + (includesZero || values.isEmpty ? [0] : [])
    let least = all.min()!
    let most = all.max()!
    let wanted = most > least ? (most - least) / Double(count) : max(abs(most), 1)
    let (step, decimals) = LinearScale.step(wanted)
    let first = (least / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    low = ticks[0]
    high = ticks[ticks.count - 1]
    self.decimals = decimals
    self.start = start
    self.end = end
  }

  func callAsFunction(_ value: Double) -> Double {
    start + (value - low) / (high - low) * (end - start)
  }

  /// The place of zero, or of the end nearest to it.
  var zero: Double { self(min(max(0, low), high)) }

  /// The least of 1, 2, 5 times a power of ten that is not below `wanted`.
  private static func step(_ wanted: Double) -> (step: Double, decimals: Int) {
    var power = 1.0
    var decimals = 0
    while power * 10 <= wanted { power *= 10 }
    while power > wanted && decimals < 6 {
      power /= 10
      decimals += 1
    }
    let step = [1.0, 2, 5, 10].first { $0 * power >= wanted } ?? 10
    return (step * power, step == 10 ? max(0, decimals - 1) : decimals)
  }
}
