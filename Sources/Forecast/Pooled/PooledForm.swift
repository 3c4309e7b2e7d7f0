/// A pooled regression as it is used today: its coefficients, the lines that it forecasts, and how
/// far it is out.
struct PooledForm: Sendable {
  let target: PooledTarget
  let coefficients: [Double]
  let rows: CurrentRows
  let leaveOneOut: LeaveOneOriginOut?

  /// - Parameter first: Today's coefficients at horizon 1, for later horizons that lean on it.
  init(_ forecaster: PooledForecaster, horizon: Int, first: [Double]?) {
    target = forecaster.target(horizon)
    rows = forecaster.current(horizon)
    let lent = target.first.isEmpty ? nil : first
    leaveOneOut = target.leaveOneOut(lent)
    coefficients = target.coefficients(leaveOneOut, lent)
  }

  /// By line.
  var forecasts: [Int: Double] { rows.forecasts(coefficients) }

  func errors(share: Double) -> PooledErrors? {
    target.errors(leaveOneOut, share: share, volatilities: rows.volatilities)
  }
}
