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
    return Row(
      node: node, year: year, budget: budget.money, revised: revised.money,
      outturn: outturn.money, deviation: outturn.difference(from: budget),
      executionPct: outturn.percentage(of: budget),
      executionRevisedPct: outturn.percentage(of: revised),
      inYearChange: revised.difference(from: budget),
      inYearChangePct: revised.growth(from: budget),
      unspent: revised.difference(from: outturn))
  }
}
