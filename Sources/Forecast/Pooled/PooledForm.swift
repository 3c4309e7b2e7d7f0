/// A pooled regression as it is used today: its coefficients, the lines that it forecasts, and how
/// far it is out.
struct PooledForm: Sendable {
  let target: PooledTarget
  let coefficients: [Double]
  let rows: CurrentRows
  let leaveOut: LeaveOriginsOut?
  /// What was forecast at past origins by line, the newest first.
  let past: [LineValues]

  /// - Parameters:
  ///   - first: Today's coefficients at horizon 1, for later horizons that lean on it.
  ///   - origins: How many past origins are forecast.
  init(_ forecaster: PooledForecaster, horizon: Int, first: [Double]?, origins: Int) {
    target = forecaster.target(horizon)
    rows = forecaster.current(horizon, target.snapshots)
    let lent = target.first.isEmpty ? nil : first
    past = target.pastForecasts(origins)
    leaveOut = target.leaveOut(lent)
    coefficients = target.coefficients(leaveOut, lent)
  }

  /// By line.
  var forecasts: LineValues { rows.forecasts(coefficients) }

  func errors(share: Double) -> PooledErrors? {
    target.errors(leaveOut, share: share, volatilities: rows.volatilities)
  }
}
