/// The budgets out of which a government appropriates money to a unit (财政拨款).
public enum FundingSource: String, CaseIterable, Hashable, Sendable {
  /// 一般公共预算
  case general
  /// 政府性基金预算
  case governmentFunds = "government"
  /// 国有资本经营预算
  case stateCapital = "state_capital"

  /// The budget that a name of a fund or a source of receipts speaks of; nil for money that is
  /// not appropriated.
  public init?(name: String) {
    let words = name.lowercased()
    let found = FundingSource.allCases.first { source in
      source.words.contains { words.contains($0) }
    }
    guard let found else { return nil }
    self = found
  }

  private var words: [String] {
    switch self {
    case .general: ["一般公共预算", "general public budget", "general budget", "general fund"]
    case .governmentFunds: ["政府性基金", "government fund", "government-managed fund"]
    case .stateCapital: ["国有资本经营", "state capital"]
    }
  }
}

/// Which money is spoken of.
public enum BudgetScope: Hashable, Sendable {
  /// All of it.
  case everything
  /// What the government appropriated, out of whichever of its budgets.
  case appropriations
  case budget(FundingSource)

  var sources: [FundingSource] {
    switch self {
    case .everything: []
    case .appropriations: FundingSource.allCases
    case .budget(let source): [source]
    }
  }

  static let all: [BudgetScope] =
    [.everything, .appropriations] + FundingSource.allCases.map(BudgetScope.budget)
}
