/// A year that repeats the year before, line by line: rolled over and never worked on.
enum RolledOver {
  static let rule = "rolled_over"

  /// Fewer lines can be equal by chance or by habit.
  private static let fewestLines = 8
  /// Per cent of the lines that have to be the same.
  private static let sharePct = 90

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let shape = ShapeFinding(dataset)
    let units = LineHistories(nodes).linesByUnit()
    return nodes.panel.stages.flatMap { stage in
      zip(nodes.panel.years, nodes.panel.years.dropFirst()).compactMap { before, year in
        let repeated = units.filter { isRepeated($0.lines, stage, before, year, nodes) }
        guard !repeated.isEmpty else { return nil }
        let names = repeated.map { nodes.panel.units.code($0.unit) }
        let word = shape.stageWord(stage)
        return Finding(
          rule: rule, severity: .warning, year: year, unit: names.count == 1 ? names[0] : nil,
          stage: stage,
          message: shape.isChinese
            ? "\(year) 年\(word)几乎逐项照抄 \(before) 年：\(shape.list(names))"
            : "the \(word) of \(year) repeats \(before) almost line by line: \(shape.list(names))")
      }
    }
  }

  private static func isRepeated(
    _ lines: [Int], _ stage: Stage, _ before: FiscalYear, _ year: FiscalYear, _ nodes: NodeTable
  ) -> Bool {
    var compared = 0
    var same = 0
    for line in lines {
      guard let old = nodes.cell(line, stage, before).money,
        let new = nodes.cell(line, stage, year).money, old != .zero || new != .zero
      else { continue }
      compared += 1
      if old == new { same += 1 }
    }
    return compared >= fewestLines && same * 100 >= compared * sharePct
  }
}
