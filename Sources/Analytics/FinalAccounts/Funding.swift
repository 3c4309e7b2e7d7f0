/// Out of which of the government's budgets the expenditure was paid.
///
/// Accounts with a `fund` column say it themselves. Where they have none and all receipts of the
/// year come from one budget, they are the accounts of that budget. Failing both it is not known.
public struct Funding: Sendable {
  public enum Basis: Sendable {
    /// The accounts are broken down by fund.
    case published
    /// All receipts of the year come from one budget.
    case soleSource
    case unknown
  }

  public let basis: Basis
  /// The budget of which subjects are described; nil for all money, where funds are not known.
  public let described: FundingSource?
  /// Expenditure by budget, each with its share of all expenditure: as the accounts have it, failing
  /// that as it is stated beside them.
  public let expenditure: [FundingSource: ComparedAmount]
  /// Appropriations received by budget.
  public let receipts: [FundingSource: ComparedAmount]
  /// All appropriations received; nil where receipts are not given.
  public let received: ComparedAmount?
  /// All expenditure out of appropriations; nil where it is not known.
  public let spent: ComparedAmount?

  init(_ facts: FinalAccountsBuilder, _ tables: FundTables) {
    basis = tables.basis
    described = tables.described
    let items = facts.appropriationItems
    receipts = Dictionary(
      uniqueKeysWithValues: FundingSource.allCases.compactMap { source in
        let own = items.filter { $0.source == source }.map(\.item)
        return facts.sum(own, source.rawValue).map { (source, $0) }
      })
    received = facts.sum(items.map(\.item), "")
    expenditure = Dictionary(
      uniqueKeysWithValues: FundingSource.allCases.compactMap { source in
        (facts.total(of: .budget(source)) ?? facts.item(role: "fund.\(source.rawValue)"))
          .map { (source, $0) }
      })
    spent = facts.total(of: .appropriations)
  }
}
