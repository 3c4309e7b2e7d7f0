import Analytics

extension Table {
  /// `comparison/pefa.csv`: the budget reliability indicators of PEFA.
  public static func pefa(_ pefa: Pefa) -> Table {
    Table(
      name: "comparison/pefa", title: Bilingual(zh: "PEFA 预算可信度", en: "PEFA budget reliability"),
      columns: pefaColumns, key: ["indicator", "year"],
      rows: pefa.rows.map { row in
        [
          .text(row.indicator), Cell(row.year), Cell(row.value), Cell(row.score),
          .text(row.inputs),
        ]
      })
  }

  /// `comparison/pefa_heads.csv`: the heads of each composition, as assessors fill them in.
  public static func pefaHeads(_ pefa: Pefa, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "comparison/pefa_heads", title: Bilingual(zh: "PEFA 分项", en: "PEFA heads"),
      columns: headColumns, key: ["indicator", "year", "head"],
      rows: pefa.heads.map { row in
        [
          .text(row.indicator), Cell(row.year), .text(row.head), cell(row.budget),
          cell(row.outturn), cell.estimate(row.adjusted), cell.estimate(row.deviation),
          Cell(row.deviationPct),
        ]
      })
  }
}

private let indicator = Column(
  "indicator", .text, "指标", "Indicator",
  "PI-1.1, PI-2.1 by unit, class or item, PI-2.2, PI-2.3, or PI-2.")

private let pefaColumns: [Column] = [
  indicator, .year,
  Column(
    "value", .percent, "值%", "Value %",
    "PI-1.1: outturn ÷ budget; PI-2.1, PI-2.2: variance of the composition; PI-2.3: contingency "
      + "÷ budget."),
  Column(
    "score", .text, "评分", "Score",
    "A to D, of this year and the two completed years before it; blank of fewer years."),
  Column("inputs", .text, "依据", "Inputs", "What the value is computed from."),
]

private let headColumns: [Column] = [
  indicator, .year,
  Column("head", .text, "分项", "Head", "The code of the head."), .budget, .outturn,
  Column(
    "adjusted", .amount, "调整后预算", "Adjusted budget",
    "budget × total outturn ÷ total budget of the heads."),
  Column("deviation", .amount, "偏差", "Deviation", "outturn − adjusted."),
  Column("deviation_pct", .percent, "偏差%", "Deviation %", "deviation ÷ |adjusted| × 100."),
]
