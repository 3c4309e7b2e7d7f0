/// The last value again.
public struct Naive: ForecastMethod {
  public let name = MethodName.naive

  public init() {}

  public func forecast(_ question: Question) -> Double? { question.past.lastValue }
}
