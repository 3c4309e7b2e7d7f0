/// The forecasts of a model that lines share, made for all of them at once. A line that it cannot
/// see stays at its anchor.
struct Pooled: ForecastMethod {
  let name: MethodName
  private let forecasts: LineValues
  private let basis: Basis
  private let change: @Sendable (Int) -> PooledChange?

  /// - Parameter change: What a line's forecast is made of, where the model can say it.
  init(
    _ name: MethodName, _ forecasts: LineValues, _ basis: Basis,
    change: @escaping @Sendable (Int) -> PooledChange? = { _ in nil }
  ) {
    self.name = name
    self.forecasts = forecasts
    self.basis = basis
    self.change = change
  }

  func forecast(_ question: Question) -> Double? {
    forecasts[question.line] ?? (basis == .budget ? question.budget : question.past.lastValue)
  }
}

extension Pooled: ExplainedMethod {
  func way(_ question: Question) -> Way? {
    if let change = change(question.line) { return change.way(question) }
    if basis == .budget && forecasts[question.line] == nil { return AdoptedBudget().way(question) }
    return plainWay(question)
  }
}
