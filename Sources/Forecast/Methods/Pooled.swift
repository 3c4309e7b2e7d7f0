/// The forecasts of a pooled regression, made for all lines at once. A line that it cannot see
/// stays at its anchor.
struct Pooled: ForecastMethod {
  let name = MethodName.pooled
  private let forecasts: [Int: Double]
  private let basis: Basis

  /// - Parameter forecasts: By line.
  init(_ forecasts: [Int: Double], _ basis: Basis) {
    self.forecasts = forecasts
    self.basis = basis
  }

  func forecast(_ question: Question) -> Double? {
    forecasts[question.line] ?? (basis == .budget ? question.budget : question.past.lastValue)
  }
}
