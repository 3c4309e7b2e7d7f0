/// What the final accounts of one year say of all units together, fact by fact.
///
/// Text and published tables are made of these values alone: they hold what the sources state and
/// what follows from it, and no finding of a check.
public struct FinalAccounts: Sendable {
  /// The last year with an outturn of the whole.
  public let year: FiscalYear
  /// All money.
  public let everything: BudgetBook
  /// The money of each budget, as far as funds are known.
  public let books: [BudgetScope: BudgetBook]
  /// 收支总计, where the sources state it.
  public let grandTotal: Money?
  /// 本年收入合计; nil where no receipts are given.
  public let revenue: ComparedAmount?
  /// By source, in the order of the dataset.
  public let receipts: [ComparedAmount]
  /// Expenditure that is no line of the accounts, such as 上缴上级支出, with shares of all of it.
  public let otherExpenditure: [ComparedAmount]
  /// Classes of subjects that are stated beside the accounts, with shares of all expenditure.
  public let otherClasses: [ComparedAmount]
  public let funding: Funding
  /// Items beside the accounts that have a role, in the order of the dataset, each role before
  /// those below it.
  public let items: [RoleItem]
  /// Why the whole changed from the year before, the largest first.
  public let causesOfChange: [Cause]
  /// Why it differs from the initial budget, the largest first.
  public let causesOfDeviation: [Cause]
  /// Joiners less leavers of the year; nil where no movements are given.
  public let netMovement: PrintedNumber?
  /// How the whole grew without the units that are late; nil where none is.
  public let withoutLate: GrowthWithoutLate?

  public struct RoleItem: Hashable, Sendable {
    public let role: String
    public let amount: ComparedAmount
    /// Why it changed from the year before.
    public let causes: [Cause]
    /// What it is for, or what there is to know about it.
    public let notes: [String]
  }

  /// - Parameters:
  ///   - dataset: In the classification of the nodes.
  /// - Returns: Nil where no year has an outturn of the whole.
  public init?(_ dataset: Dataset, _ nodes: NodeTable) {
    guard let total = nodes.total,
      let year = nodes.panel.years.last(where: { nodes.cell(total, .outturn, $0).money != nil })
    else { return nil }
    let facts = FinalAccountsBuilder(dataset, nodes, total: total, year: year)
    self.year = year
    everything = BudgetBook(.everything, facts)!  // its total has an outturn
    books = FinalAccounts.books(facts, everything)
    grandTotal = facts.item(role: "grand_total")?.outturn
    receipts = facts.receipts
    revenue = facts.revenue
    otherExpenditure = facts.expenditure(under: "expenditure")
    otherClasses = facts.expenditure(under: "subject")
    funding = Funding(facts, facts.funds)
    items = facts.roleItems
    causesOfChange = facts.causes(against: "previous")
    causesOfDeviation = facts.causes(against: "budget")
    netMovement = NetMovement(dataset, year).heads
    withoutLate = GrowthWithoutLate(nodes, year)
  }

  /// Accounts that do not tell funds apart are one book under several names.
  private static func books(
    _ facts: FinalAccountsBuilder, _ everything: BudgetBook
  ) -> [BudgetScope: BudgetBook] {
    var books: [BudgetScope: BudgetBook] = [:]
    for scope in BudgetScope.all {
      books[scope] =
        facts.funds.tells(scope)
        ? BudgetBook(scope, facts) : facts.funds.covers(scope) ? everything : nil
    }
    return books
  }

  /// The book that is described subject by subject: of the budget that is known, else of all money.
  public var described: BudgetBook {
    funding.described.flatMap { books[.budget($0)] } ?? everything
  }

  /// Whether `grandTotal` is the year's expenditure, so that it is compared as that is.
  public var grandTotalIsExpenditure: Bool { grandTotal == everything.total.outturn }

  /// The items of a role and of those below it.
  public func items(_ role: String) -> [RoleItem] {
    items.filter { $0.role == role || $0.role.hasPrefix(role + ".") }
  }

  public func item(_ role: String) -> RoleItem? { items.first { $0.role == role } }
}

/// A registered reason for a change.
public struct Cause: Hashable, Sendable {
  public let text: String
  /// How much of the change it explains; nil where no split is printed.
  public let amount: Money?
  /// The name of the subject that changed; nil for the whole.
  public let subject: String?
  /// The name of the unit that it was in; nil where it was in all, or there is no other.
  public let unit: String?
}
