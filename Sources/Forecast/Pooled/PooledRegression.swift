import LinearAlgebra

/// Coefficients that all lines of a panel share, by least absolute deviations, drawn towards those
/// of other panels.
struct PooledRegression: Sendable {
  /// One for each of the task's features, 0 for those that the sample does not have; on the grid
  /// of `LeastAbsoluteDeviations`.
  let coefficients: [Double]

  /// Fewer rows teach nothing that the prior does not know better.
  static let fewestRows = 20
  private static let rounds = 10
  /// δ, in scales.
  private static let threshold = 0.01

  /// - Parameter prior: One coefficient for each of the task's features.
  init(_ sample: FiscalSample, _ task: FiscalTask, prior: [Double], _ workers: Workers) {
    let rows = sample.rowCount
    let strength = task.ridge * Double(rows) / Double(max(1, sample.origins.count))
    guard rows >= Self.fewestRows,
      let fit = Self.fit(
        sample, task, prior, strength: strength, weights: Self.weights(sample), workers)
    else {
      coefficients = prior
      return
    }
    coefficients = fit
  }

  /// Least absolute deviations, drawn towards a prior.
  ///
  /// - Returns: One coefficient for each of the task's features; nil where no digit is left.
  static func fit(
    _ sample: FiscalSample, _ task: FiscalTask, _ prior: [Double], strength: Double,
    weights: [Double], _ workers: Workers
  ) -> [Double]? {
    let multipliers = sample.columns.map { task.features[$0].ridge }
    let ridge = LeastAbsoluteDeviations.Ridge(
      prior: sample.columns.map { prior[$0] }, strength: strength, multipliers: multipliers)
    let fit = try? LeastAbsoluteDeviations(
      sample.design, weights: weights, threshold: .fixed(threshold), ridge: ridge,
      rounds: rounds, workers)
    guard let fit else { return nil }
    var coefficients = [Double](repeating: 0, count: prior.count)
    for (column, coefficient) in zip(sample.columns, fit.coefficients) {
      coefficients[column] = coefficient
    }
    return coefficients
  }

  /// Larger lines weigh more: (*s* / median *s*)^½, squared from 10⁻³ to 10³; by origin and row.
  static func sizes(_ sample: FiscalSample) -> [[Double]] {
    let median = sample.origins.flatMap { $0.rows.map(\.scale) }.median ?? 1
    return sample.origins.map { origin in
      origin.rows.map { max(1e-3, min(1e3, $0.scale / median)).squareRoot() }
    }
  }

  /// The size's weight × (the year's mean |change|)^−½: lively years weigh less.
  private static func weights(_ sample: FiscalSample) -> [Double] {
    zip(sample.origins, sizes(sample)).flatMap { origin, sizes in
      let changes = zip(origin.rows, sizes).reduce(0) { $0 + $1.1 * abs($1.0.change) }
      let calm = (changes / sizes.reduce(0, +) + 0.01).squareRoot()
      return sizes.map { $0 / calm }
    }
  }
}
