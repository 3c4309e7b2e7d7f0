/// The forecasts of a model that lines share, made for all of them at once. A line that it cannot
/// see stays at its anchor.
struct Pooled: ForecastMethod {
  let name: MethodName
  private let forecasts: [Int: Double]
  private let basis: Basis

  /// - Parameter forecasts: By line.
  init(_ name: MethodName, _ forecasts: [Int: Double], _ basis: Basis) {
    self.name = name
    self.forecasts = forecasts
    self.basis = basis
  }

  func forecast(_ question: Question) -> Double? {
    forecasts[question.line] ?? (basis == .budget ? question.budget : question.past.lastValue)
  }
}
