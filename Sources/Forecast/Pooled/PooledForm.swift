/// A pooled regression as it is used today: its coefficients, the lines that it forecasts, and how
/// far it is out. The rows that it was learned from are gone.
struct PooledForm: Sendable {
  let task: FiscalTask
  let horizon: Int
  let coefficients: [Double]
  let rows: CurrentRows
  let leaveOut: LeaveOriginsOut?
  /// What was forecast at past origins, the newest first.
  let past: [LineValues]
  /// Whether the panel itself has taught it.
  let isMeasured: Bool
  /// The quantiles of other panels' errors, or none.
  let priorQuantiles: [[Double]]?
  /// Of how many years that do not overlap its errors are.
  private let origins: Double

  /// - Parameters:
  ///   - first: Today's coefficients at horizon 1, for later horizons that lean on it.
  ///   - origins: How many past origins are forecast.
  init(_ forecaster: PooledForecaster, horizon: Int, first: [Double]?, origins: Int) {
    let target = forecaster.target(horizon)
    let lent = target.first.isEmpty ? nil : first
    task = forecaster.task
    self.horizon = horizon
    rows = forecaster.current(horizon, target.snapshots)
    past = target.pastForecasts(origins)
    leaveOut = target.leaveOut(lent)
    coefficients = target.coefficients(leaveOut, lent)
    isMeasured = target.isMeasured
    priorQuantiles = target.priorQuantiles
    self.origins =
      leaveOut == nil ? 0 : Double(target.sample.origins.count) / Double(horizon)
  }

  var forecasts: LineValues { rows.forecasts(coefficients) }

  /// How far it is out, where forecasts take a share of its change.
  func errors(share: Double) -> PooledErrors? {
    PooledErrors(
      leaveOut?.residuals ?? [], share: share, origins: origins, prior: priorQuantiles,
      volatilities: rows.volatilities)
  }
}
