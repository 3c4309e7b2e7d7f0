import Analytics

/// The questions of a budget season, each a family of regressions of its own, one a horizon.
public enum FiscalTask: String, CaseIterable, Hashable, Sendable {
  /// The outturn, or revised budget, of the years ahead, from history alone.
  case outturn
  /// The outturn, or revised budget, of a year whose budget is adopted.
  case execution
  /// The outturn of a year that comes after one whose budget is adopted, and has none itself.
  case afterAdoption = "after_adoption"
  /// The next budgets.
  case budget

  public init(_ stage: Stage, _ basis: Basis) {
    self = stage == .budget ? .budget : basis == .budget ? .execution : .outturn
  }

  /// Whether the forecast starts from an adopted budget, and not from the last value.
  var startsFromAdopted: Bool { self == .execution || self == .afterAdoption }

  /// All features, in the order of coefficients.
  var features: [FiscalFeature] {
    switch self {
    case .outturn: FiscalFeature.ofOutturn
    case .execution, .afterAdoption: FiscalFeature.ofExecution
    case .budget: FiscalFeature.ofBudget
    }
  }

  /// The places of the features that a horizon uses.
  func columns(horizon: Int) -> [Int] {
    let features = features
    return features.indices.filter { features[$0].firstHorizon <= horizon }
  }

  /// All features are multiplied by the part of moves that were none taken from 1, to this power:
  /// a line that never moves is not moved.
  var gatePower: Int { self == .budget ? 4 : 2 }

  /// λ per row and origin: all rows of a year share its shock, so that origins are the sample.
  var ridge: Double { startsFromAdopted ? 0.6 : 0.3 }

  /// λ per row where a prior is learned from many panels.
  var priorRidge: Double { self == .outturn ? 0.001 : 0.003 }

  /// The horizons that priors are learned for; others take the nearest.
  var priorHorizons: ClosedRange<Int> {
    switch self {
    case .outturn, .budget: 1...3
    case .execution: 1...1
    case .afterAdoption: 2...3
    }
  }

  /// Whether what a panel departs from the prior at horizon 1 is expected of it at another, where
  /// it has shown less.
  func leansOnFirst(_ horizon: Int) -> Bool { !startsFromAdopted && horizon >= 3 }
}
