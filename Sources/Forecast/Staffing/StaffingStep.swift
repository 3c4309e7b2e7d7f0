/// A step of the way from last year's outturn to what staff will cost.
public enum StaffingStep: Hashable, Sendable {
  /// One that the explanation of the forecast has too.
  case ofForecast(Step)
  /// What irregular events are expected to come to; no part of a draft budget.
  case expected
  /// What is left: history, similar lines, and amounts that rates do not give.
  case underlying

  /// What tables call it.
  public var word: String {
    switch self {
    case .ofForecast(let step): step.rawValue
    case .expected: "expected"
    case .underlying: "underlying"
    }
  }

  /// All of them, in the order in which they are told.
  static let order =
    ([.lastYear] + LinePlan.steps).map(StaffingStep.ofForecast) + [.expected, .underlying]
}
