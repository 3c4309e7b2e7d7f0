import Analytics

/// The three questions of a budget season, each a regression of its own.
public enum FiscalTask: String, CaseIterable, Hashable, Sendable {
  /// The next outturn, or revised budget, from history alone.
  case outturn
  /// The outturn, or revised budget, of a year whose budget is adopted.
  case execution
  /// The next budget.
  case budget

  public init(_ stage: Stage, _ basis: Basis) {
    self = stage == .budget ? .budget : basis == .budget ? .execution : .outturn
  }

  /// What stands in for the last value: the forecast is it and a part of the line's scale.
  var anchorIsAdopted: Bool { self == .execution }

  /// The features, with the ridge that each has.
  var features: [FiscalFeature] {
    switch self {
    case .outturn: FiscalFeature.ofOutturn
    case .execution: FiscalFeature.ofExecution
    case .budget: FiscalFeature.ofBudget
    }
  }

  /// All features are multiplied by the part of moves that were none taken from 1, to this power:
  /// a line that never moves is not moved.
  var gatePower: Int { self == .budget ? 4 : 2 }

  /// λ per row and origin: all rows of a year share its shock, so that origins are the sample.
  var ridge: Double { self == .execution ? 0.6 : 0.3 }

  /// λ per row where a prior is learned from many panels.
  var priorRidge: Double { self == .outturn ? 0.001 : 0.003 }

  /// Horizons beyond it take its prior.
  var longestPrior: Int { self == .execution ? 1 : 3 }
}
