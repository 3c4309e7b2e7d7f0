/// The last value and a part of the mean change of the last six observations for each step.
///
/// The whole part is the random walk with drift (Hyndman and Athanasopoulos 2021, Forecasting:
/// Principles and Practice, 3rd ed., section 5.2); on short fiscal series half of it errs less.
public struct Drift: ForecastMethod {
  public let name: MethodName
  private let part: Double

  public static let whole = Drift(name: .drift, part: 1)
  public static let half = Drift(name: .halfDrift, part: 0.5)

  private init(name: MethodName, part: Double) {
    self.name = name
    self.part = part
  }

  public func forecast(_ question: Question) -> Double? {
    question.past.lastValue.map {
      $0 + part * Double(question.steps) * question.past.meanChange
    }
  }
}
