/// Years in which something has no value, though it has one before and after.
enum MissingYears {
  static let rule = "missing_years"

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    calendarGaps(dataset, nodes) + unitGaps(dataset, nodes)
  }

  /// Calendar years that the whole dataset leaves out.
  private static func calendarGaps(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let shape = ShapeFinding(dataset)
    return nodes.panel.stages.compactMap { stage in
      guard let total = nodes.total else { return nil }
      let years = nodes.panel.years.filter { nodes.cell(total, stage, $0).money != nil }
      guard let first = years.first, let last = years.last else { return nil }
      let missing = (first.number...last.number).map { FiscalYear($0) }.filter {
        !years.contains($0)
      }
      guard let gap = missing.first else { return nil }
      let word = shape.stageWord(stage)
      return Finding(
        rule: rule, severity: .warning, year: gap, stage: stage,
        message: shape.isChinese
          ? "\(first)–\(last) 年之间缺 \(shape.list(missing)) 年的\(word)"
          : "between \(first) and \(last) there is no \(word) for \(shape.list(missing))")
    }
  }

  /// Units that are silent in a year in which others report.
  private static func unitGaps(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let shape = ShapeFinding(dataset)
    let histories = LineHistories(nodes)
    let units = histories.places(.unit).filter { place in
      let unit = nodes.nodes[place].unit
      return nodes.panel.unitWithParts(unit) == unit && !nodes.panel.units.tree.isParent(unit)
    }
    return nodes.panel.stages.compactMap { stage in
      var names: [String] = []
      var firstYear: FiscalYear?
      for unit in units {
        let missing = gaps(histories.history(unit, stage), nodes, stage)
        guard let first = missing.first else { continue }
        names.append("\(histories.unitCode(unit) ?? "") (\(shape.list(missing)))")
        firstYear = min(firstYear ?? first, first)
      }
      guard let firstYear else { return nil }
      let word = shape.stageWord(stage)
      return Finding(
        rule: rule, severity: .note, year: firstYear, stage: stage,
        message: shape.isChinese
          ? "前后年度都有\(word)、中间缺年的单位：\(shape.list(names))"
          : "units without \(word) in years between others: \(shape.list(names))")
    }
  }

  /// Years between the first and the last with a value that have none, where the total has one.
  private static func gaps(
    _ history: LineHistory, _ nodes: NodeTable, _ stage: Stage
  ) -> [FiscalYear] {
    guard let first = history.amounts.firstIndex(where: { $0 != nil }),
      let last = history.amounts.lastIndex(where: { $0 != nil }), let total = nodes.total
    else { return [] }
    return (first...last).filter { history.amounts[$0] == nil }.map { nodes.panel.years[$0] }
      .filter { nodes.cell(total, stage, $0).money != nil }
  }
}
