/// The expenditure of each of the government's budgets, by subject and by kind.
struct FundTables {
  let basis: Funding.Basis
  /// The budget of which subjects are described; nil for all of them, where funds are not known.
  let described: FundingSource?
  private let nodes: NodeTable
  private let kinds: Breakdown
  private let members: [FundingSource: [Int32]]
  private let bySubject: CrossBreakdown
  private let byKind: CrossBreakdown
  private let byFund: Breakdown

  /// - Parameter receipts: Of the year, by source.
  init(
    _ dataset: Dataset, _ nodes: NodeTable, _ kinds: Breakdown, years: [FiscalYear],
    receipts: [ComparedAmount]
  ) {
    let accounts = dataset.accounts
    self.nodes = nodes
    self.kinds = kinds
    members = FundTables.members(of: accounts[.fund])
    bySubject = CrossBreakdown(.subject, by: .fund, of: accounts, years: years)
    byKind = CrossBreakdown(.kind, by: .fund, of: accounts, years: years)
    byFund = Breakdown(.fund, of: accounts, panel: nodes.panel)
    let sole = FundTables.soleSource(receipts)
    basis = !members.isEmpty ? .published : sole != nil ? .soleSource : .unknown
    described = members.isEmpty ? sole : .general
  }

  private static func members(of funds: Classification) -> [FundingSource: [Int32]] {
    let named = (0..<Int32(funds.codes.count)).map { fund in
      (fund, FundingSource(name: funds.name(fund)) ?? FundingSource(name: funds.code(fund)))
    }
    return Dictionary(grouping: named.filter { $0.1 != nil }, by: { $0.1! })
      .mapValues { $0.map(\.0) }
  }

  /// The budget that all receipts of the year come from.
  private static func soleSource(_ receipts: [ComparedAmount]) -> FundingSource? {
    let paying = receipts.filter { $0.outturn != .zero }
    guard let first = paying.first.flatMap({ FundingSource(name: $0.name) }) else { return nil }
    return paying.allSatisfy { FundingSource(name: $0.name) == first } ? first : nil
  }

  /// What some money paid for a subject, or for all of them.
  func cell(
    _ scope: BudgetScope, _ subject: Int32, _ stage: Stage, _ year: FiscalYear
  ) -> PanelCell {
    guard tells(scope) else { return covers(scope) ? whole(subject, stage, year) : .notPublished }
    return PanelCell(
      sum(of: scope) { fund in
        subject == CellKey.all
          ? byFund.amount(CellKey.all, fund, stage, year)
          : bySubject.amount(subject, fund, stage, year)
      })
  }

  /// What a kind has of some money.
  func cell(
    kind: Int32, _ scope: BudgetScope, _ stage: Stage, _ year: FiscalYear
  ) -> PanelCell {
    guard tells(scope) else {
      return covers(scope)
        ? PanelCell(kinds.amount(CellKey.all, kind, stage, year)) : .notPublished
    }
    return PanelCell(sum(of: scope) { byKind.amount(kind, $0, stage, year) })
  }

  /// Whether a cell of the accounts is such money.
  func isMoney(_ scope: BudgetScope, _ key: CellKey) -> Bool {
    guard tells(scope) else { return covers(scope) }
    return scope.sources.contains { members[$0]?.contains(key.fund) ?? false }
  }

  /// Whether the accounts tell such money from other money.
  func tells(_ scope: BudgetScope) -> Bool {
    basis == .published && scope != .everything
  }

  /// Whether accounts that do not tell funds apart are all such money.
  func covers(_ scope: BudgetScope) -> Bool {
    scope == .everything || (basis == .soleSource && scope.sources.contains(described!))
  }

  private func whole(_ subject: Int32, _ stage: Stage, _ year: FiscalYear) -> PanelCell {
    let node =
      subject == CellKey.all
      ? nodes.total
      : nodes.place(of: .init(level: .subject, unit: CellKey.all, subject: subject))
    return node.map { nodes.cell($0, stage, year) } ?? .notPublished
  }

  private func sum(of scope: BudgetScope, _ amount: (Int32) -> Money?) -> Money? {
    let amounts = scope.sources.flatMap { members[$0] ?? [] }.compactMap(amount)
    return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
  }
}
