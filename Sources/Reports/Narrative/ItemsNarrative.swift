import Analytics

/// Sections 七 to 十: the three public expenses, other funds, running cost, procurement, assets and
/// performance.
struct ItemsNarrative {
  private let accounts: FinalAccounts
  private let wording: NarrativeWording
  private var year: FiscalYear { accounts.year }

  init(_ accounts: FinalAccounts, _ wording: NarrativeWording) {
    self.accounts = accounts
    self.wording = wording
  }

  // MARK: Three public expenses

  private static let publicExpenseRoles = [
    "three_public.abroad", "three_public.vehicles", "three_public.reception",
  ]

  var publicExpenses: NarrativeSection {
    guard let whole = accounts.item("three_public") else {
      return NarrativeSection(NarrativeWording.publicExpenses, [])
    }
    let parts = ItemsNarrative.publicExpenseRoles.compactMap(accounts.item)
    let overall = NarrativeSection(
      NarrativeWording.publicExpensesOverall,
      [wording.item(whole.amount, year)] + reasons(whole))
    let list = parts.enumerated().map { place, part in
      "\(place + 1). " + detail(part).joined(separator: wording.text("", " "))
    }
    let each = NarrativeSection(
      NarrativeWording.publicExpensesDetail,
      [wording.shares(whole.amount, parts.map(\.amount), year), list.joined(separator: "\n")])
    return NarrativeSection(
      NarrativeWording.publicExpenses, parts: parts.isEmpty ? [overall] : [overall, each],
      wording)
  }

  /// An expense, its reasons, and what is below it.
  private func detail(_ item: FinalAccounts.RoleItem) -> [String] {
    let below = accounts.items(item.role).filter { $0.role != item.role } + fleet(item.role)
    return
      ([wording.detail(item.amount, year)] + reasons(item)
      + [wording.parts(below.map(\.amount)), wording.notes(below.flatMap(\.notes))])
      .compactMap { $0 }
  }

  /// The vehicles that there are, beside those that were bought.
  private func fleet(_ role: String) -> [FinalAccounts.RoleItem] {
    role == "three_public.vehicles"
      ? accounts.items("vehicles").filter { !$0.role.hasPrefix("vehicles.use") } : []
  }

  private func reasons(_ item: FinalAccounts.RoleItem) -> [String?] {
    [wording.itemCauses(item.causes), wording.notes(item.notes)]
  }

  // MARK: Funds

  /// One section per budget beside the one whose subjects are described.
  var funds: [NarrativeSection] {
    FundingSource.allCases.filter { $0 != accounts.funding.described && $0 != .general }.map {
      source in
      NarrativeSection(
        NarrativeWording.fund(source),
        [
          accounts.funding.expenditure[source].map { wording.fundExpenditure(source, $0, year) }
        ])
    }
  }

  // MARK: Other matters

  var otherMatters: NarrativeSection {
    NarrativeSection(
      NarrativeWording.otherMatters,
      parts: [
        runningCost, list(NarrativeWording.procurement, ["procurement"]),
        list(NarrativeWording.assets, ["vehicles", "assets"]),
        list(NarrativeWording.performance, ["performance", "self_score"]),
      ], wording)
  }

  private var runningCost: NarrativeSection {
    let items = accounts.items("running_cost")
    return NarrativeSection(
      NarrativeWording.runningCost,
      items.flatMap { [wording.item($0.amount, year)] + reasons($0) })
  }

  private func list(_ title: Bilingual, _ roles: [String]) -> NarrativeSection {
    let items = roles.flatMap(accounts.items)
    guard !items.isEmpty else { return NarrativeSection(title, []) }
    return NarrativeSection(
      title, [wording.list(items.map(\.amount), year), wording.notes(items.flatMap(\.notes))])
  }
}
