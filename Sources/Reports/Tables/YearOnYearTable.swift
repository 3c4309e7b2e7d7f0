import Analytics

extension Table {
  /// `comparison/year_on_year.csv`
  public static func yearOnYear(_ comparison: YearOnYear, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    let nodes = comparison.nodes
    return Table(
      name: "comparison/year_on_year", title: Bilingual(zh: "与上年对比", en: "Year on year"),
      columns: yearOnYearColumns, key: ["level", "unit", "subject", "stage", "year"],
      entries: nodes.nodes.indices
    ) { place, body in
      let keys = cell.keys(nodes.nodes[place], nodes.panel)
      try comparison.forEachRow(of: place) { row in
        try body(
          Row(
            keys,
            [
              .text(row.stage.rawValue), .integer(row.year.number), cell(row.amount),
              cell(row.previous), cell(row.change), Cell(row.growth), Cell(row.share),
              Cell(row.shareChange), Cell(row.contribution),
            ]))
      }
    }
  }
}

private let yearOnYearColumns: [Column] = [
  .level, .unit, .unitName, .subject, .subjectName, .stage, .year, .amount, .previous, .change,
  .growth, .share,
  Column(
    "share_change_pp", .percent, "占比变动(百分点)", "Share change (pp)",
    "The exact share less the exact share of the year before, in percentage points."),
  Column(
    "contribution_pp", .percent, "拉动(百分点)", "Contribution (pp)",
    "change ÷ |previous total| × 100; contributions add up to the total's growth."),
]
