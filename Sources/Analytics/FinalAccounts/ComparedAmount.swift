/// One amount of a year beside its budgets and the year before: a sentence of final accounts.
///
/// What is not appropriated counts as 0 in amounts and differences, and leaves percentages
/// undefined; what is not published is nil.
public struct ComparedAmount: Hashable, Sendable {
  public let code: String
  public let name: String
  /// What is counted; amounts of other measures are hundredths of one.
  public let measure: Memo.Measure
  /// With how many decimals a count is printed; money has those of the dataset.
  public let decimals: Int
  public let budget: Money?
  public let revised: Money?
  public let outturn: Money?
  /// Outturn − budget.
  public let deviation: Money?
  /// Revised − budget: 追加 where positive, 追减 where negative.
  public let inYearChange: Money?
  /// Outturn − revised.
  public let deviationRevised: Money?
  /// 完成年初预算的…%
  public let executionPct: PrintedNumber?
  /// 完成全年预算的…%
  public let executionRevisedPct: PrintedNumber?
  /// The outturn of the year before.
  public let previous: Money?
  public let change: Money?
  public let growthPct: PrintedNumber?
  /// Of the whole that the amount is listed under.
  public private(set) var sharePct: PrintedNumber?
  /// For a count: the money above it per one counted, in currency units.
  public let amountPerCount: PrintedNumber?

  /// - Parameters:
  ///   - whole: What the share is taken of.
  ///   - cell: The amount at a stage and year.
  init(
    code: String, name: String, year: FiscalYear, whole: Money?,
    cell: (Stage, FiscalYear) -> PanelCell
  ) {
    let budget = cell(.budget, year)
    let revised = cell(.revised, year)
    let outturn = cell(.outturn, year)
    let before = year.previous.map { cell(.outturn, $0) } ?? .notPublished
    self.code = code
    self.name = name
    measure = .money
    decimals = 0
    self.budget = budget.inSums
    self.revised = revised.inSums
    self.outturn = outturn.inSums
    deviation = outturn.difference(from: budget)
    inYearChange = revised.difference(from: budget)
    deviationRevised = outturn.difference(from: revised)
    executionPct = outturn.percentage(of: budget)
    executionRevisedPct = outturn.percentage(of: revised)
    previous = before.inSums
    change = outturn.difference(from: before)
    growthPct = outturn.growth(from: before)
    sharePct = outturn.inSums.flatMap { part in whole.flatMap { Percentage.of(part, $0) } }
    amountPerCount = nil
  }

  /// An item beside the accounts.
  init(_ row: ItemComparison.Row) {
    let item = row.item
    func difference(_ a: Stage, _ b: Stage) -> Money? {
      PanelCell(item.values[a]).difference(from: PanelCell(item.values[b]))
    }
    code = item.code
    name = item.name.isEmpty ? item.code : item.name
    measure = item.measure
    decimals = item.decimals
    budget = item.values[.budget]
    revised = item.values[.revised]
    outturn = item.values[.outturn]
    deviation = difference(.outturn, .budget)
    inYearChange = difference(.revised, .budget)
    deviationRevised = difference(.outturn, .revised)
    executionPct = row.execution
    executionRevisedPct = row.executionRevised
    previous = row.previous
    change = row.change
    growthPct = row.growth
    sharePct = row.share
    amountPerCount = row.amountPerCount
  }

  /// The amount with its share of another whole.
  func asShare(of whole: Money?) -> ComparedAmount {
    var other = self
    other.sharePct = outturn.flatMap { part in whole.flatMap { Percentage.of(part, $0) } }
    return other
  }
}
