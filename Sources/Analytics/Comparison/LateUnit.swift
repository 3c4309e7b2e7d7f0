/// A unit that has nothing at a stage in its newest year and has not been silent for longer than a
/// year: its accounts are late. Totals lack it, and growth is not like with like.
public struct LateUnit: Hashable, Sendable {
  /// The place of its node in the table of nodes.
  public let node: Int
  public let stage: Stage
  /// The years that lack it, rising; the newest of the stage is the last.
  public let missing: [FiscalYear]
  /// The last year that it has at the stage, and its amount there, which is not 0.
  public let lastYear: FiscalYear
  public let last: Money

  /// The late units of a stage, in the order of the nodes; units with parts are not named.
  public static func all(_ stage: Stage, _ nodes: NodeTable) -> [LateUnit] {
    guard let total = nodes.total else { return [] }
    func years(_ stage: Stage) -> [FiscalYear] {
      nodes.panel.years.filter { nodes.cell(total, stage, $0).money != nil }
    }
    let published = years(stage)
    guard let newest = published.last,
      let since = min(newest, years(.outturn).last ?? newest).previous
    else { return [] }
    return nodes.nodes.indices.compactMap { node in
      guard isUnit(node, nodes), nodes.cell(node, stage, newest) == .notPublished,
        let last = published.last(where: { nodes.cell(node, stage, $0).money != nil }),
        last >= since, let amount = nodes.cell(node, stage, last).money, amount != .zero
      else { return nil }
      return LateUnit(
        node: node, stage: stage, missing: published.filter { $0 > last }, lastYear: last,
        last: amount)
    }
  }

  private static func isUnit(_ place: Int, _ nodes: NodeTable) -> Bool {
    let (node, units) = (nodes.nodes[place], nodes.panel.units)
    return node.level == .unit && nodes.panel.unitWithParts(node.unit) == node.unit
      && !units.tree.isParent(node.unit)
  }
}
