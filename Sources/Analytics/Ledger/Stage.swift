/// What an amount is: planned, planned again during the year, or really spent.
public enum Stage: String, CaseIterable, Hashable, Comparable, Sendable {
  /// 年初预算: the budget adopted before the year.
  case budget
  /// 全年预算, 调整预算: the budget after supplements, cuts and virements.
  case revised
  /// 决算: what was really spent.
  case outturn

  /// The stage's place in planes and in sorted tables.
  public var index: Int {
    switch self {
    case .budget: 0
    case .revised: 1
    case .outturn: 2
    }
  }

  public static func < (a: Stage, b: Stage) -> Bool { a.index < b.index }
}
