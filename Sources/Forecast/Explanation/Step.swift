/// A step of the way from last year's figure to a forecast, in the order in which they are told.
public enum Step: String, CaseIterable, Comparable, Sendable {
  /// The last known figure of the stage, from which the way starts.
  case lastYear = "last_year"
  /// One-off items that leave the base.
  case oneOff = "one_off"
  /// Items that belong to another year.
  case timing
  /// What part-year joiners, leavers and rates come to in a whole year.
  case fullYear = "full_year"
  case headcount
  case rate
  case progression
  /// Changes and growth that are known beforehand: `assumptions`, projects that end.
  case known
  /// What the line's own history says.
  case ownTrend = "own_trend"
  /// What similar lines teach.
  case similarLines = "similar_lines"
  case reconciliation
  case ceiling
  /// To the last printed digit.
  case rounding

  public static func < (a: Step, b: Step) -> Bool { a.place < b.place }

  /// The step's place in the order in which they are told.
  var place: Int { Self.order.firstIndex(of: self)! }

  /// All of them, in the order in which they are told.
  static let order = allCases
}

/// What one step brings, in hundredths of the currency unit.
public struct StepAmount: Hashable, Sendable {
  public let step: Step
  public let amount: Double

  public init(_ step: Step, _ amount: Double) {
    self.step = step
    self.amount = amount
  }
}
