import LinearAlgebra

/// The errors of each origin by the regression that was fitted without it.
struct PooledResiduals {
  /// By origin.
  let all: [PooledErrors.Residual]

  /// - Parameters:
  ///   - prior: One coefficient a feature.
  ///   - share: The part of the pooled change that forecasts take.
  init(
    _ sample: FiscalSample, _ task: FiscalTask, prior: [Double], share: Double = 1,
    _ workers: Workers
  ) {
    all = sample.origins.flatMap { origin in
      let fit = PooledRegression(
        sample.filter { $0.origin != origin }, task, prior: prior, workers)
      let held = sample.filter { $0.origin == origin }
      return held.rows.indices.map { place in
        let row = held.rows[place]
        let change = share * FiscalSnapshot.change(held.features(place), fit.coefficients)
        return PooledErrors.Residual(
          origin: origin, volatility: row.volatility,
          error: (row.change - change) / row.volatility)
      }
    }
  }
}
