import Analytics

extension Table {
  /// `trends/series.csv`: each amount, its base, the fitted line and what is flagged.
  public static func series(
    _ nodes: NodeTable, _ base: Normalisation, _ dataset: Dataset
  ) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "trends/series", title: Bilingual(zh: "历年数列", en: "Series"),
      columns: seriesColumns, key: ["level", "unit", "subject", "stage", "year"],
      entries: nodes.nodes.indices
    ) { place, body in
      let keys = cell.keys(nodes.nodes[place], nodes.panel)
      try forEachTrend(of: place, nodes, base) { trend in
        for point in trend.points {
          try body(
            Row(
              keys,
              [
                .text(trend.stage.rawValue), .integer(point.year.number), cell(point.amount),
                cell(point.normalised), cell.estimate(point.fitted),
                Cell(point.flag.isEmpty ? nil : point.flag),
              ]))
        }
      }
    }
  }

  /// `trends/trend.csv`: one row per node and stage.
  public static func trend(_ nodes: NodeTable, _ base: Normalisation, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "trends/trend", title: Bilingual(zh: "趋势", en: "Trends"), columns: trendColumns,
      key: ["level", "unit", "subject", "stage"], entries: nodes.nodes.indices
    ) { place, body in
      let keys = cell.keys(nodes.nodes[place], nodes.panel)
      try forEachTrend(of: place, nodes, base) { trend in
        let interval = trend.slopeInterval
        let outliers = trend.outlierYears.map(\.description).joined(separator: ";")
        try body(
          Row(
            keys,
            [
              .text(trend.stage.rawValue), .integer(trend.firstYear.number),
              .integer(trend.lastYear.number), .integer(trend.years.count),
              cell.estimate(trend.mean), Cell(trend.cagr), cell.estimate(trend.slope),
              cell.estimate(interval?.low), cell.estimate(interval?.high),
              Cell(trend.volatility), Cell(trend.breakYear),
              Cell(outliers.isEmpty ? nil : outliers), .integer(trend.streak),
            ]))
      }
    }
  }

  /// `comparison/per_head.csv`
  ///
  /// - Parameter privacy: Units of which nothing per head is told.
  public static func perHead(
    _ nodes: NodeTable, _ roster: Roster, _ dataset: Dataset, privacy: Privacy = .none
  ) -> Table {
    let cell = CellMaker(dataset)
    let rows = PerHead(nodes, PersonYears(roster, privacy: privacy))
    return Table(
      name: "comparison/per_head", title: Bilingual(zh: "人均支出", en: "Per head"),
      columns: perHeadColumns, key: ["unit", "subject", "year"]
    ) { body in
      try rows.forEach { row in
        let keys = cell.keys(nodes.nodes[row.node], nodes.panel).dropFirst()
        try body(
          Row(
            Array(keys),
            [
              .integer(row.year.number), cell(row.amount), Cell(row.personYears),
              cell.estimate(row.amountPerHead), Cell(row.growth),
            ]))
      }
    }
  }
}

private func forEachTrend(
  of place: Int, _ nodes: NodeTable, _ base: Normalisation, _ body: (Trend) throws -> Void
) rethrows {
  for stage in nodes.panel.stages {
    if let trend = Trend(place, stage, of: nodes, base) { try body(trend) }
  }
}

private let seriesColumns: [Column] = [
  .level, .unit, .unitName, .subject, .subjectName, .stage, .year, .amount,
  Column(
    "normalised", .amount, "可比金额", "Normalised",
    "amount less what does not recur; timing items stand in the year they belong to."),
  Column("fitted", .amount, "拟合值", "Fitted", "The least squares line through normalised."),
  Column(
    "flag", .text, "标记", "Flag",
    "break (first year of a new level), outlier (a single year), adjusted, interval (an "
      + "adjustment known only as an interval), joined by +."),
]

private let trendColumns: [Column] = [
  .level, .unit, .unitName, .subject, .subjectName, .stage,
  Column("first_year", .year, "起始年", "First year", "The first year with an amount."),
  Column("last_year", .year, "末年", "Last year", "The last year with an amount."),
  Column("observations", .integer, "年数", "Observations", "How many years have an amount."),
  Column("mean", .amount, "年均", "Mean", "The mean of the normalised amounts."),
  Column(
    "cagr_pct", .percent, "年均增长%", "CAGR %",
    "(last ÷ first)^(1 ÷ years between) − 1; blank where an end is not positive."),
  Column("slope", .amount, "年均增量", "Slope", "Least squares change a year."),
  Column("slope_lo95", .amount, "增量下限95%", "Slope, low 95 %", "Student t interval, low end."),
  Column("slope_hi95", .amount, "增量上限95%", "Slope, high 95 %", "Student t interval, high end."),
  Column(
    "volatility_pct", .percent, "波动%", "Volatility %",
    "1.4826 × the median absolute deviation of yearly growth."),
  Column("break_year", .year, "断点年", "Break", "The first year of a new level."),
  Column("outlier_years", .text, "异常年", "Outliers", "Single years out of line, joined by ;."),
  Column(
    "streak", .integer, "连续升降", "Streak",
    "Years in a row up (positive) or down (negative) at the end."),
]

private let perHeadColumns: [Column] = [
  .unit, .unitName, .subject, .subjectName, .year,
  Column("amount", .amount, "决算数", "Amount", "The outturn."),
  Column(
    "person_years", .number, "人年", "Person-years",
    "Closing heads, less what joiners missed of the year, plus what leavers had of it."),
  Column(
    "amount_per_head", .amount, "人均", "Per head", "amount ÷ person_years."),
  Column(
    "growth_pct", .percent, "人均增长%", "Growth %", "Of amount_per_head on the year before."),
]
