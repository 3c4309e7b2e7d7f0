/// Units that have nothing in a stage's newest year and are not gone: totals lack them, and growth
/// is not like with like.
public enum LateUnits {
  static let rule = "late_unit"

  public static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    nodes.panel.stages.flatMap { stage in
      LateUnit.all(stage, nodes).map { late in
        let unit = nodes.nodes[late.node].unit
        let (code, name) = (nodes.panel.units.code(unit), nodes.panel.units.name(unit))
        return Finding(
          rule: rule, severity: .warning, year: late.missing.last, unit: code, stage: stage,
          message: message(late, name.isEmpty ? code : "\(code) \(name)", dataset))
      }
    }
  }

  private static func message(_ late: LateUnit, _ title: String, _ dataset: Dataset) -> String {
    let amount = dataset.printed(late.last)
    let word = FindingWording(dataset).stageWord(late.stage)
    let isOne = late.missing.count == 1
    let isNext = late.missing.first?.previous == late.lastYear && isOne
    if dataset.language == .chinese {
      let years = late.missing.map(\.description).joined(separator: "、")
      return "\(title) \(years) 年没有任何\(word)，\(isOne ? "\(years) 年" : "这些年度的")合计不含该单位"
        + "（\(isNext ? "上年" : "\(late.lastYear) 年") \(amount)）"
    }
    let all = late.missing.map(\.description)
    let before = all.dropLast().joined(separator: ", ")
    let years = (before.isEmpty ? "" : "\(before) and ") + all[all.count - 1]
    return "\(title) has no \(word) for \(years): totals of \(isOne ? years : "those years") "
      + "lack it (\(amount) \(isNext ? "the year before" : "in \(late.lastYear)"))"
  }
}
