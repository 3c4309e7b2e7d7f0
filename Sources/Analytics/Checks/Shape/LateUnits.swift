/// Units that have nothing in a stage's newest year and had something the year before: totals of
/// the newest year lack them, and growth is not like with like.
public enum LateUnits {
  static let rule = "late_unit"

  public static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    nodes.panel.stages.flatMap { stage in findings(stage, dataset, nodes) }
  }

  private static func findings(
    _ stage: Stage, _ dataset: Dataset, _ nodes: NodeTable
  ) -> [Finding] {
    guard let total = nodes.total,
      let newest = nodes.panel.years.last(where: { nodes.cell(total, stage, $0).money != nil }),
      let before = newest.previous
    else { return [] }
    return nodes.nodes.indices.compactMap { place in
      let node = nodes.nodes[place]
      guard node.level == .unit, nodes.panel.unitWithParts(node.unit) == node.unit,
        !nodes.panel.units.tree.isParent(node.unit),
        nodes.cell(place, stage, newest) == .notPublished,
        let last = nodes.cell(place, stage, before).money, last != .zero
      else { return nil }
      let unit = nodes.panel.units.code(node.unit)
      return Finding(
        rule: rule, severity: .warning, year: newest, unit: unit, stage: stage,
        message: message(unit, nodes.panel.units.name(node.unit), stage, newest, last, dataset))
    }
  }

  private static func message(
    _ unit: String, _ name: String, _ stage: Stage, _ year: FiscalYear, _ last: Money,
    _ dataset: Dataset
  ) -> String {
    let title = name.isEmpty ? unit : "\(unit) \(name)"
    let amount = dataset.printed(last)
    let word = FindingWording(dataset).stageWord(stage)
    return dataset.language == .chinese
      ? "\(title) \(year) 年没有任何\(word)，\(year) 年合计不含该单位（上年 \(amount)）"
      : "\(title) has no \(word) for \(year): totals of \(year) lack it (\(amount) the year before)"
  }
}
