/// Years in which something has no value, though it has one before and after.
enum MissingYears {
  static let rule = "missing_years"

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    calendarGaps(dataset, nodes) + unitGaps(dataset, nodes)
  }

  /// Calendar years that a stage leaves out as a whole.
  private static func calendarGaps(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    guard let total = nodes.total else { return [] }
    let shape = ShapeFinding(dataset)
    var clauses: [String] = []
    var firstYear: FiscalYear?
    for stage in nodes.panel.stages {
      let years = nodes.panel.years.filter { nodes.cell(total, stage, $0).money != nil }
      guard let first = years.first, let last = years.last else { continue }
      let missing = (first.number...last.number).map { FiscalYear($0) }.filter {
        !years.contains($0)
      }
      guard let gap = missing.first else { continue }
      firstYear = min(firstYear ?? gap, gap)
      let word = shape.stageWord(stage)
      clauses.append(
        shape.isChinese
          ? "\(first)–\(last) 年之间缺 \(shape.list(missing)) 年的\(word)"
          : "between \(first) and \(last) there is no \(word) for \(shape.list(missing))")
    }
    guard let firstYear else { return [] }
    return [
      Finding(
        rule: rule, severity: .warning, year: firstYear,
        message: clauses.joined(separator: shape.isChinese ? "；" : "; "))
    ]
  }

  /// Units that are wholly silent in a year in which others report.
  private static func unitGaps(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let shape = ShapeFinding(dataset)
    let histories = LineHistories(nodes)
    var names: [String] = []
    var firstYear: FiscalYear?
    for place in histories.places(.unit) {
      let unit = nodes.nodes[place].unit
      guard nodes.panel.unitWithParts(unit) == unit, !nodes.panel.units.tree.isParent(unit) else {
        continue
      }
      let missing = gaps(place, nodes)
      guard let first = missing.first else { continue }
      names.append("\(histories.unitCode(place) ?? "") (\(shape.list(missing)))")
      firstYear = min(firstYear ?? first, first)
    }
    guard let firstYear else { return [] }
    return [
      Finding(
        rule: rule, severity: .note, year: firstYear,
        message: shape.isChinese
          ? "前后年度都有数据、中间缺年的单位：\(shape.list(names))"
          : "units without anything in years between others: \(shape.list(names))")
    ]
  }

  private static func gaps(_ place: Int, _ nodes: NodeTable) -> [FiscalYear] {
    let years = nodes.panel.years
    let present = years.map { year in
      nodes.panel.stages.contains { nodes.cell(place, $0, year).money != nil }
    }
    guard let first = present.firstIndex(of: true), let last = present.lastIndex(of: true) else {
      return []
    }
    return (first...last).filter { !present[$0] }.map { years[$0] }
  }
}
