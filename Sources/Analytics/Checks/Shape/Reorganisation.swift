/// Years between which the money moves to other codes: growth by code is then not like with like.
enum Reorganisation {
  static let rule = "reorganisation"

  /// Per cent of a year's money that stands on codes which the next year has too.
  private static let keptPct: Int128 = 60
  private static let fewestCodes = 6

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    [Level.unit, .subject].flatMap { level in
      var years: Set<FiscalYear> = []
      return nodes.panel.stages.reversed().flatMap { findings(level, $0, dataset, nodes) }
        .filter { years.insert($0.year!).inserted }  // once, whatever the stage
    }
  }

  private static func findings(
    _ level: Level, _ stage: Stage, _ dataset: Dataset, _ nodes: NodeTable
  ) -> [Finding] {
    let leaves = LineHistories(nodes).places(level).filter { isLeaf($0, level, nodes) }
    let years = nodes.panel.years
    return zip(years, years.dropFirst()).compactMap { before, year in
      let old = leaves.filter { nodes.cell($0, stage, before).money != nil }
      let new = leaves.filter { nodes.cell($0, stage, year).money != nil }
      guard old.count >= fewestCodes, new.count >= fewestCodes else { return nil }
      let kept = Set(old).intersection(new)
      let share = min(
        percent(kept, of: old, stage, before, nodes),
        percent(kept, of: new, stage, year, nodes))
      guard share < keptPct else { return nil }
      let shape = ShapeFinding(dataset)
      let word = shape.stageWord(stage)
      let kind = level == .unit ? (zh: "单位", en: "units") : (zh: "科目", en: "subjects")
      return Finding(
        rule: rule, severity: .warning, year: year, stage: stage,
        message: shape.isChinese
          ? "\(before) 与 \(year) 年之间\(kind.zh)编码大量变动：\(word)中只有 \(share)% 在两年共有的编码上；"
            + "请登记 crosswalk 后再比较"
          : "between \(before) and \(year) most \(kind.en) change: only \(share) % of the \(word) is "
            + "on codes that both years have; write a crosswalk before comparing them")
    }
  }

  private static func isLeaf(_ place: Int, _ level: Level, _ nodes: NodeTable) -> Bool {
    let node = nodes.nodes[place]
    return level == .unit
      ? !nodes.panel.units.tree.isParent(node.unit)
      : !nodes.panel.subjects.tree.isParent(node.subject)
  }

  private static func percent(
    _ kept: Set<Int>, of all: [Int], _ stage: Stage, _ year: FiscalYear, _ nodes: NodeTable
  ) -> Int128 {
    func size(_ places: [Int]) -> Int128 {
      places.reduce(0) { $0 + Int128(nodes.cell($1, stage, year).money!.cents.magnitude) }
    }
    let whole = size(all)
    return whole == 0 ? 100 : size(all.filter(kept.contains)) * 100 / whole
  }
}
