/// The year's adopted budget as the forecast of its outturn.
public struct AdoptedBudget: ForecastMethod {
  public let name = MethodName.budget

  public init() {}

  public func forecast(_ question: Question) -> Double? { question.budget }
}
