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
  /// So many of them can be shared with regressions over most of the same rows.
  private static let sharedRounds = 7
  /// δ, in scales.
  private static let threshold = 0.01

  /// - Parameters:
  ///   - prior: One coefficient for each of the task's features.
  ///   - start: What `start` has found on most of the same rows; it spares rounds.
  init(
    _ sample: FiscalSample, _ task: FiscalTask, prior: [Double],
    start: LeastAbsoluteDeviations.State? = nil, _ workers: Workers
  ) {
    let rounds = start == nil ? Self.rounds : Self.rounds - Self.sharedRounds
    let fit = Self.own(sample, task, prior, start: start, rounds: rounds, workers)
    coefficients = fit.map { Self.all($0.coefficients, sample, task) } ?? prior
  }

  /// From where regressions over most of the rows of a sample go on; nil where it has too few.
  static func start(
    _ sample: FiscalSample, _ task: FiscalTask, prior: [Double], _ workers: Workers
  ) -> LeastAbsoluteDeviations.State? {
    own(sample, task, prior, start: nil, rounds: sharedRounds, workers)?.states.last
  }

  private static func own(
    _ sample: FiscalSample, _ task: FiscalTask, _ prior: [Double],
    start: LeastAbsoluteDeviations.State?, rounds: Int, _ workers: Workers
  ) -> LeastAbsoluteDeviations? {
    guard sample.rows.count >= fewestRows else { return nil }
    let strength = task.ridge * Double(sample.rows.count) / Double(sample.origins.count)
    return fit(
      sample, task, prior, strength: strength, weights: weights(sample), start: start,
      rounds: rounds, workers)
  }

  /// Least absolute deviations, drawn towards a prior.
  ///
  /// - Returns: Nil where no digit is left.
  static func fit(
    _ sample: FiscalSample, _ task: FiscalTask, _ prior: [Double], strength: Double,
    weights: [Double], start: LeastAbsoluteDeviations.State? = nil, rounds: Int = rounds,
    _ workers: Workers
  ) -> LeastAbsoluteDeviations? {
    let multipliers = sample.columns.map { task.features[$0].ridge }
    let ridge = LeastAbsoluteDeviations.Ridge(
      prior: sample.columns.map { prior[$0] }, strength: strength, multipliers: multipliers)
    return try? LeastAbsoluteDeviations(
      sample.design, weights: weights, threshold: .fixed(threshold), ridge: ridge, start: start,
      rounds: rounds, workers)
  }

  /// One coefficient for each of the task's features, of one for each of the sample's.
  static func all(_ fitted: [Double], _ sample: FiscalSample, _ task: FiscalTask) -> [Double] {
    var coefficients = [Double](repeating: 0, count: task.features.count)
    for (column, coefficient) in zip(sample.columns, fitted) { coefficients[column] = coefficient }
    return coefficients
  }

  /// Larger lines weigh more: (*s* / median *s*)^½, squared from 10⁻³ to 10³; by row.
  static func sizes(_ sample: FiscalSample) -> [Double] {
    let median = sample.rows.map(\.scale).median ?? 1
    return sample.rows.map { max(1e-3, min(1e3, $0.scale / median)).squareRoot() }
  }

  /// The size's weight × (the year's mean |change|)^−½: lively years weigh less.
  private static func weights(_ sample: FiscalSample) -> [Double] {
    var weights = sizes(sample)
    for origin in sample.origins {
      let changes = origin.rows.reduce(0) { $0 + weights[$1] * abs(sample.rows[$1].change) }
      let calm = (changes / weights[origin.rows].reduce(0, +) + 0.01).squareRoot()
      for row in origin.rows { weights[row] /= calm }
    }
    return weights
  }
}
