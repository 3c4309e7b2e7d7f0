/// Codes that stop in one year while others with the same name begin in the next: a
/// reorganisation that no crosswalk restates.
public enum UnmappedCodes {
  static let rule = "unmapped_code"

  /// - Parameter nodes: Of the restated dataset, so that mapped codes no longer show.
  public static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    [Level.subject, .unit].flatMap { findings($0, dataset, nodes) }
  }

  private struct Life {
    let code: String
    let name: String
    let first: FiscalYear
    let last: FiscalYear
  }

  private static func findings(
    _ level: Level, _ dataset: Dataset, _ nodes: NodeTable
  ) -> [Finding] {
    let lives = nodes.nodes.indices.compactMap { life($0, level, nodes) }
    guard let newest = nodes.panel.years.last else { return [] }
    let born = Dictionary(grouping: lives) { "\($0.first)\u{1f}\($0.name)" }
    return lives.filter { $0.last < newest && !$0.name.isEmpty }.compactMap { ended in
      guard let next = ended.last.next, let successors = born["\(next)\u{1f}\(ended.name)"],
        let successor = successors.first(where: { $0.code != ended.code })
      else { return nil }
      return finding(ended, successor, level, dataset)
    }
  }

  private static func life(_ place: Int, _ level: Level, _ nodes: NodeTable) -> Life? {
    let node = nodes.nodes[place]
    guard node.level == level else { return nil }
    let panel = nodes.panel
    let years = panel.years.filter { year in
      panel.stages.contains { nodes.cell(place, $0, year).money != nil }
    }
    guard let first = years.first, let last = years.last else { return nil }
    let (classification, member) =
      level == .unit ? (panel.units, node.unit) : (panel.subjects, node.subject)
    return Life(
      code: classification.code(member), name: classification.name(member), first: first,
      last: last)
  }

  private static func finding(
    _ ended: Life, _ successor: Life, _ level: Level, _ dataset: Dataset
  ) -> Finding {
    let column = level == .unit ? "unit" : "subject"
    let message =
      dataset.language == .chinese
      ? "\(ended.code) \(ended.name) 止于 \(ended.last) 年，同名的 \(successor.code) 始于 "
        + "\(successor.first) 年；若为同一事项，请在 crosswalk 中登记 from_\(column)=\(ended.code), "
        + "to_\(column)=\(successor.code), from_year=\(successor.first)"
      : "\(ended.code) \(ended.name) ends in \(ended.last) and \(successor.code) of the same name "
        + "begins in \(successor.first); if they are one, write in the crosswalk "
        + "from_\(column)=\(ended.code), to_\(column)=\(successor.code), "
        + "from_year=\(successor.first)"
    return Finding(
      rule: rule, severity: .warning, year: successor.first,
      unit: level == .unit ? ended.code : nil, subject: level == .subject ? ended.code : nil,
      message: message)
  }
}
