/// How much of what came lay inside the limits, as parts of 1; origins are held against limits that
/// are measured at the others.
struct Coverage {
  let in80: Double
  let in95: Double

  private init?(_ counts: (all: Int, in80: Int, in95: Int)) {
    guard counts.all > 0 else { return nil }
    in80 = Double(counts.in80) / Double(counts.all)
    in95 = Double(counts.in95) / Double(counts.all)
  }

  /// Of a pooled regression.
  ///
  /// - Parameters:
  ///   - share: What part of the pooled change forecasts take.
  ///   - prior: Quantiles of the errors of other panels, or none.
  ///   - horizon: Years of which so many overlap count as one.
  init?(
    _ residuals: [PooledErrors.Residual], share: Double, horizon: Int, prior: [[Double]]?
  ) {
    let origins = Set(residuals.map(\.origin)).sorted()
    var counts = (all: 0, in80: 0, in95: 0)
    for fold in LeaveOriginsOut.folds(origins) {
      let others = residuals.filter { !fold.contains($0.origin) }
      guard
        let errors = PooledErrors(
          others, share: share, origins: Double(origins.count - fold.count) / Double(horizon),
          prior: prior, volatilities: [])
      else { continue }
      for residual in residuals where fold.contains(residual.origin) {
        let limits = errors.limits(volatility: residual.volatility)
        Self.count(residual.error(share: share) * residual.volatility, limits, &counts)
      }
    }
    self.init(counts)
  }

  /// Of one of the forecasts at past origins.
  init?(_ outcomes: [[Outcome]], forecast place: Int) {
    var counts = (all: 0, in80: 0, in95: 0)
    for held in outcomes.indices {
      let others = outcomes.enumerated().filter { $0.offset != held }.flatMap(\.element)
      let model = IntervalModel(others, method: place)
      guard model.isMeasured else { continue }
      for outcome in outcomes[held] where outcome.group != .ended {
        guard let forecast = outcome.forecasts[place],
          let limits = model.limits(outcome.group, outcome.spread)
        else { continue }
        Self.count(outcome.actual - forecast, limits, &counts)
      }
    }
    self.init(counts)
  }

  private static func count(
    _ error: Double, _ limits: Limits, _ counts: inout (all: Int, in80: Int, in95: Int)
  ) {
    counts.all += 1
    if limits.low80 <= error && error <= limits.high80 { counts.in80 += 1 }
    if limits.low95 <= error && error <= limits.high95 { counts.in95 += 1 }
  }
}
