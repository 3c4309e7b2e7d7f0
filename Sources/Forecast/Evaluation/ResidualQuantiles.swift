/// Errors of past forecasts, per unit of a line's spread, and their quantiles.
struct ResidualQuantiles: Sendable {
  /// Below this, errors of fewer lines are not taken for those of all.
  static let fewest = 20

  private let sorted: [Double]

  init(_ residuals: some Sequence<Double>) { sorted = residuals.sorted() }

  var isEnough: Bool { sorted.count >= ResidualQuantiles.fewest }

  /// The limits of the 80 and 95 % intervals as multiples of the unit.
  var limits: Limits {
    Limits(
      low95: quantile(0.025), low80: quantile(0.1), high80: quantile(0.9),
      high95: quantile(0.975))
  }

  /// Between order statistics, in proportion (Hyndman and Fan 1996, The American Statistician 50,
  /// 361–365, definition 7).
  func quantile(_ p: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let position = p * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}

extension Limits {
  func scaled(by factor: Double) -> Limits {
    Limits(
      low95: low95 * factor, low80: low80 * factor, high80: high80 * factor,
      high95: high95 * factor)
  }

  func shifted(by mean: Double) -> Limits {
    Limits(
      low95: low95 + mean, low80: low80 + mean, high80: high80 + mean, high95: high95 + mean)
  }
}
