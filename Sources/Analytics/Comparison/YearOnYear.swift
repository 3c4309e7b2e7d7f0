/// Each amount against the same stage of the year before.
public struct YearOnYear: Sendable {
  public struct Row: Hashable, Sendable {
    public let node: Int
    public let stage: Stage
    public let year: FiscalYear
    public let amount: Money?
    public let previous: Money?
    public let change: Money?
    public let growth: PrintedNumber?
    public let share: PrintedNumber?
    public let shareChange: PrintedNumber?
    public let contribution: PrintedNumber?
  }

  public let nodes: NodeTable

  public init(_ nodes: NodeTable) { self.nodes = nodes }

  /// The rows of a node, by stage and year: for each year in which it or the year before has an
  /// amount and its stage is published.
  public func forEachRow(of node: Int, _ body: (Row) throws -> Void) rethrows {
    for stage in nodes.panel.stages {
      for year in nodes.panel.years {
        if let row = row(node, stage, year) { try body(row) }
      }
    }
  }

  /// A node's row, or nil where there is nothing to say.
  public func row(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> Row? {
    let cell = nodes.cell(node, stage, year)
    let before = year.previous.map { nodes.cell(node, stage, $0) } ?? .notPublished
    guard cell.money != nil || (before.money != nil && cell == .noAppropriation) else {
      return nil
    }
    let isComparable = year.previous.map { holdsTheSame(node, stage, $0, year) } ?? true
    let change = isComparable ? difference(cell, before) : nil
    let (whole, oldWhole) = wholes(node, stage, year)
    return Row(
      node: node, stage: stage, year: year, amount: cell.money, previous: before.money,
      change: change, growth: isComparable ? growth(cell, before) : nil,
      share: share(cell.money, whole),
      shareChange: isComparable ? shareChange(cell, whole, before, oldWhole) : nil,
      contribution: contribution(change, oldWhole))
  }

  /// What is not broken down can be compared only if the same parts are outside it in both years.
  private func holdsTheSame(
    _ place: Int, _ stage: Stage, _ before: FiscalYear, _ year: FiscalYear
  ) -> Bool {
    nodes.siblingsOfRest(place).allSatisfy { sibling in
      (nodes.cell(sibling, stage, before) == .notPublished)
        == (nodes.cell(sibling, stage, year) == .notPublished)
    }
  }

  private func wholes(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> (Money?, Money?) {
    guard let whole = nodes.whole(of: node) else { return (nil, nil) }
    let before = year.previous.flatMap { nodes.cell(whole, stage, $0).money }
    return (nodes.cell(whole, stage, year).money, before)
  }

  private func difference(_ cell: PanelCell, _ before: PanelCell) -> Money? {
    guard let amount = cell.inSums, let previous = before.inSums else { return nil }
    return amount - previous
  }

  /// Undefined where either year is blank or the previous amount is zero.
  private func growth(_ cell: PanelCell, _ before: PanelCell) -> PrintedNumber? {
    guard let amount = cell.money, let previous = before.money else { return nil }
    return Percentage.growth(from: previous, to: amount)
  }

  private func share(_ amount: Money?, _ whole: Money?) -> PrintedNumber? {
    guard let amount, let whole else { return nil }
    return Percentage.of(amount, whole)
  }

  private func shareChange(
    _ cell: PanelCell, _ whole: Money?, _ before: PanelCell, _ oldWhole: Money?
  ) -> PrintedNumber? {
    guard let amount = cell.money, let whole, let previous = before.money, let oldWhole else {
      return nil
    }
    return Percentage.points(amount, of: whole, above: previous, of: oldWhole)
  }

  /// The change over the whole's absolute previous amount, so that contributions add up to the
  /// whole's growth.
  private func contribution(_ change: Money?, _ oldWhole: Money?) -> PrintedNumber? {
    guard let change, let oldWhole else { return nil }
    return Percentage.of(change, oldWhole.magnitude)
  }
}
