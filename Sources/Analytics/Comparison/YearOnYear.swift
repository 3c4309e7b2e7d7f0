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
  private let pairs: [PlanePair]

  public init(_ nodes: NodeTable) {
    self.nodes = nodes
    pairs = PlanePair.all(nodes.panel)
  }

  /// The rows of a node, by stage and year: for each year in which it or the year before has an
  /// amount and its stage is published.
  public func forEachRow(of node: Int, _ body: (Row) throws -> Void) rethrows {
    let compared = Compared(node, nodes)
    for pair in pairs {
      if let row = row(compared, pair) { try body(row) }
    }
  }

  /// A node's row, or nil where there is nothing to say.
  public func row(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> Row? {
    pairs.first { $0.stage == stage && $0.year == year }.flatMap { row(Compared(node, nodes), $0) }
  }

  /// A node that is compared, and what it is held against.
  private struct Compared {
    let node: Int
    let whole: Int?
    let siblingsOfRest: [Int]

    init(_ node: Int, _ nodes: NodeTable) {
      self.node = node
      whole = nodes.whole(of: node)
      siblingsOfRest = nodes.siblingsOfRest(node)
    }
  }

  private func row(_ compared: Compared, _ pair: PlanePair) -> Row? {
    let cell = nodes[compared.node, pair.plane]
    let before = pair.before.map { nodes[compared.node, $0] } ?? .notPublished
    guard cell.money != nil || (before.money != nil && cell == .noAppropriation) else {
      return nil
    }
    let isComparable = holdsTheSame(compared, pair)
    let change = isComparable ? cell.difference(from: before) : nil
    let whole = compared.whole.flatMap { nodes[$0, pair.plane].money }
    let oldWhole = compared.whole.flatMap { whole in pair.before.flatMap { nodes[whole, $0].money }
    }
    return Row(
      node: compared.node, stage: pair.stage, year: pair.year, amount: cell.money,
      previous: before.money, change: change,
      growth: isComparable ? cell.growth(from: before) : nil,
      share: share(cell.money, whole),
      shareChange: isComparable ? shareChange(cell, whole, before, oldWhole) : nil,
      contribution: contribution(change, oldWhole))
  }

  /// What is not broken down can be compared only if the same parts are outside it in both years.
  private func holdsTheSame(_ compared: Compared, _ pair: PlanePair) -> Bool {
    guard let before = pair.before else { return true }  // and nothing to compare
    return compared.siblingsOfRest.allSatisfy { sibling in
      (nodes[sibling, before] == .notPublished) == (nodes[sibling, pair.plane] == .notPublished)
    }
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
