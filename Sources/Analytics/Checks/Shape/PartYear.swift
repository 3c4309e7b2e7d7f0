/// A last year of which only some months are in: its outturn is far below its budget, or below
/// last year on nearly every line, as in no earlier year.
enum PartYear {
  static let rule = "part_year"

  /// Per cent of the budget, or of last year, that a whole year does not fall short of.
  private static let lowPct: Int128 = 75
  /// What every earlier year has reached.
  private static let usualPct: Int128 = 88
  private static let fewestLines = 8

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    guard let total = nodes.total,
      let year = nodes.panel.years.last(where: { nodes.cell(total, .outturn, $0).money != nil }),
      let reached = ofBudget(total, year, nodes) ?? ofLastYear(year, nodes)
    else { return [] }
    let shape = ShapeFinding(dataset)
    return [
      Finding(
        rule: rule, severity: .warning, year: year, stage: .outturn,
        message: shape.isChinese
          ? "\(year) 年决算数可能不足全年：\(reached.isOfBudget ? "仅为年初预算" : "各项多为上年")的 "
            + "\(reached.percent)%，以往各年均在 \(usualPct)% 以上；未结束的年度请用 --until 排除"
          : "the outturn of \(year) may not be of a whole year: \(reached.percent) % of "
            + (reached.isOfBudget ? "its budget" : "last year, line by line")
            + ", and at least \(usualPct) % in every year before; leave it out with --until")
    ]
  }

  private struct Reached {
    let percent: Int128
    let isOfBudget: Bool
  }

  private static func ofBudget(_ total: Int, _ year: FiscalYear, _ nodes: NodeTable) -> Reached? {
    func percent(_ year: FiscalYear) -> Int128? {
      guard let budget = nodes.cell(total, .budget, year).money, budget > .zero,
        let outturn = nodes.cell(total, .outturn, year).money
      else { return nil }
      return Int128(outturn.cents) * 100 / Int128(budget.cents)
    }
    let before = nodes.panel.years.filter { $0 < year }.compactMap(percent)
    guard let now = percent(year), now < lowPct, !before.isEmpty,
      before.allSatisfy({ $0 >= usualPct })
    else { return nil }
    return Reached(percent: now, isOfBudget: true)
  }

  /// The middle line in per cent of the year before.
  private static func ofLastYear(_ year: FiscalYear, _ nodes: NodeTable) -> Reached? {
    func percent(_ year: FiscalYear) -> Int128? {
      guard let before = year.previous else { return nil }
      let ratios = nodes.panel.lines.indices.compactMap { line -> Int128? in
        guard let old = nodes.cell(line, .outturn, before).money, old > .zero,
          let new = nodes.cell(line, .outturn, year).money, new != .zero
        else { return nil }
        return Int128(new.cents) * 100 / Int128(old.cents)
      }
      return ratios.count >= fewestLines ? ratios.lowerMedian : nil
    }
    let before = nodes.panel.years.filter { $0 < year }.compactMap(percent)
    guard let now = percent(year), now < lowPct, before.count >= 2,
      before.allSatisfy({ $0 >= usualPct })
    else { return nil }
    return Reached(percent: now, isOfBudget: false)
  }
}
