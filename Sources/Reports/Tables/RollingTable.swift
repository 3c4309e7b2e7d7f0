import Analytics
import Forecast

extension Table {
  /// `forecast/rolling.csv`: this plan against the last.
  public static func rolling(
    _ plan: RollingPlan, _ nodes: NodeTable, _ dataset: Dataset
  ) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "forecast/rolling", title: Bilingual(zh: "滚动规划对比", en: "Rolling plan"),
      columns: rollingColumns, key: ["level", "unit", "subject", "year"],
      entries: nodes.nodes.indices
    ) { place, body in
      try plan.forEachRow(of: place) { row in
        let parts = row.parts
        let amounts = [
          row.lastPlan, row.thisPlan, row.change, parts.policy, parts.headcount, parts.standard,
          parts.oneOff, parts.reference,
        ]
        try body(
          Row(
            cell.keys(nodes.nodes[row.node], nodes.panel),
            [.integer(row.year.number)] + amounts.map { cell.estimate($0) }))
      }
    }
  }
}

private let rollingColumns: [Column] = [
  .level, .unit, .unitName, .subject, .subjectName,
  Column("year", .year, "规划年度", "Plan year", "The year that is planned."),
  Column("last_plan", .amount, "上次规划", "Last plan", "The budget of the year in the last plan."),
  Column(
    "this_plan", .amount, "本次规划", "This plan",
    "The adopted budget where there is one by now, else this run's forecast of it."),
  Column(
    "change", .amount, "增减额", "Change",
    "this_plan − last_plan; what has no amount counts as 0. The columns after it add up to it."),
  Column("policy", .amount, "政策", "Policy", "Known changes and ceilings."),
  Column("headcount", .amount, "人员", "Headcount", "Heads, and their full-year effects."),
  Column("standard", .amount, "标准", "Standard", "Rates, standards and progression."),
  Column("one_off", .amount, "一次性", "One-off", "One-offs and timing."),
  Column(
    "reference", .amount, "模型参考", "Reference",
    "All else: the last figures and what the regression says of them; all of the change to an "
      + "adopted budget."),
]
