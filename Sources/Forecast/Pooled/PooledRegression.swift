import LinearAlgebra

/// Coefficients that all lines of a panel share, by least absolute deviations, drawn towards those
/// of other panels.
struct PooledRegression: Sendable {
  /// One a feature, on the grid of `LeastAbsoluteDeviations`.
  let coefficients: [Double]

  /// Fewer rows teach nothing that the prior does not know better.
  static let fewestRows = 20
  private static let rounds = 10
  /// δ, in scales.
  private static let threshold = 0.01

  /// - Parameter prior: One coefficient a feature.
  init(_ sample: FiscalSample, _ task: FiscalTask, prior: [Double], _ workers: Workers) {
    guard sample.rows.count >= Self.fewestRows else {
      coefficients = prior
      return
    }
    let ridge = LeastAbsoluteDeviations.Ridge(
      prior: prior,
      strength: task.ridge * Double(sample.rows.count) / Double(sample.origins.count),
      multipliers: task.features.map(\.ridge))
    let fit = try? LeastAbsoluteDeviations(
      sample.design, weights: Self.weights(sample), threshold: .fixed(Self.threshold),
      ridge: ridge, rounds: Self.rounds, workers)
    coefficients = fit?.coefficients ?? prior
  }

  /// Larger lines weigh more: (*s* / median *s*)^½, squared from 10⁻³ to 10³.
  static func sizes(_ sample: FiscalSample) -> [Double] {
    let median = sample.rows.map(\.scale).median ?? 1
    return sample.rows.map { max(1e-3, min(1e3, $0.scale / median)).squareRoot() }
  }

  /// The size's weight × (the year's mean |change|)^−½: lively years weigh less.
  private static func weights(_ sample: FiscalSample) -> [Double] {
    let sizes = sizes(sample)
    var sums: [Int: (change: Double, weight: Double)] = [:]
    for (row, size) in zip(sample.rows, sizes) {
      sums[row.origin, default: (0, 0)].change += size * abs(row.change)
      sums[row.origin]!.weight += size
    }
    return zip(sample.rows, sizes).map { row, size in
      let sum = sums[row.origin]!
      return size / (sum.change / sum.weight + 0.01).squareRoot()
    }
  }
}
