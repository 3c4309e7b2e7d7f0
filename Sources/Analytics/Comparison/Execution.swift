/// Budget, revised budget and outturn of one year side by side.
public struct Execution: Sendable {
  public struct Row: Hashable, Sendable {
    public let node: Int
    public let year: FiscalYear
    public let budget: Money?
    public let revised: Money?
    public let outturn: Money?
    /// Outturn − budget.
    public let deviation: Money?
    /// 完成年初预算的…%
    public let executionPct: PrintedNumber?
    /// 完成全年预算的…%
    public let executionRevisedPct: PrintedNumber?
    /// Revised − budget.
    public let inYearChange: Money?
    public let inYearChangePct: PrintedNumber?
    /// Revised − outturn.
    public let unspent: Money?
  }

  public let nodes: NodeTable

  public init(_ nodes: NodeTable) { self.nodes = nodes }

  /// The rows of a node: for each year in which some stage has an amount.
  public func forEachRow(of node: Int, _ body: (Row) throws -> Void) rethrows {
    for year in nodes.panel.years {
      if let row = row(node, year) { try body(row) }
    }
  }

  public func row(_ node: Int, _ year: FiscalYear) -> Row? {
    let budget = nodes.cell(node, .budget, year)
    let revised = nodes.cell(node, .revised, year)
    let outturn = nodes.cell(node, .outturn, year)
    guard budget.money != nil || revised.money != nil || outturn.money != nil else { return nil }
    let inYear = difference(revised, budget)
    let inYearPct = revised.money.flatMap { later in
      budget.money.flatMap { Percentage.growth(from: $0, to: later) }
    }
    return Row(
      node: node, year: year, budget: budget.money, revised: revised.money,
      outturn: outturn.money, deviation: difference(outturn, budget),
      executionPct: ratio(outturn, budget), executionRevisedPct: ratio(outturn, revised),
      inYearChange: inYear,
      inYearChangePct: inYearPct, unspent: difference(revised, outturn))
  }

  private func difference(_ a: PanelCell, _ b: PanelCell) -> Money? {
    guard let x = a.inSums, let y = b.inSums else { return nil }
    return x - y
  }

  /// Undefined where either is blank or the budget is zero: 年初预算为0，不计算完成率.
  private func ratio(_ outturn: PanelCell, _ budget: PanelCell) -> PrintedNumber? {
    guard let spent = outturn.money, let planned = budget.money else { return nil }
    return Percentage.of(spent, planned)
  }
}
