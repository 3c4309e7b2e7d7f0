import Analytics

extension Table {
  /// `comparison/execution.csv`
  public static func execution(_ comparison: Execution, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    let nodes = comparison.nodes
    return Table(
      name: "comparison/execution", title: Bilingual(zh: "预算执行", en: "Budget execution"),
      columns: executionColumns, key: ["level", "unit", "subject", "year"],
      entries: nodes.nodes.indices
    ) { place, body in
      let keys = cell.keys(nodes.nodes[place], nodes.panel)
      try comparison.forEachRow(of: place) { row in
        try body(
          Row(
            keys,
            [
              .integer(row.year.number), cell(row.budget), cell(row.revised), cell(row.outturn),
              cell(row.deviation), Cell(row.executionPct), Cell(row.executionRevisedPct),
              cell(row.inYearChange), Cell(row.inYearChangePct), cell(row.unspent),
            ]))
      }
    }
  }
}

private let executionColumns: [Column] = [
  .level, .unit, .unitName, .subject, .subjectName, .year, .budget, .revised, .outturn,
  Column(
    "deviation", .amount, "决算与年初预算差额", "Deviation",
    "outturn − budget; nothing appropriated counts as 0."), .execution, .executionRevised,
  Column(
    "in_year_change", .amount, "年中调整", "In-year change",
    "revised − budget: supplements, cuts and virements."),
  Column(
    "in_year_change_pct", .percent, "年中调整%", "In-year change %",
    "in_year_change ÷ |budget| × 100; blank where the budget is blank or 0."),
  Column("unspent", .amount, "未支出", "Unspent", "revised − outturn."),
]
