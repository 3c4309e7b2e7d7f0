import Analytics

extension Table {
  /// `figures.csv`: every number that the report prints beside what the accounts make of it.
  public static func figures(_ checks: FigureChecks) -> Table {
    Table(
      name: "figures", title: Bilingual(zh: "公布数复算", en: "Figures recomputed"),
      columns: figuresColumns, key: ["figure"], rows: checks.results.map(row))
  }
}

private func row(_ result: FigureChecks.Result) -> [Cell] {
  let figure = result.figure
  return [
    .text(figure.name), .text(figure.measure.rawValue), .number(figure.printed),
    Cell(result.recomputed), Cell(result.difference), Cell(result.bound),
    .text(result.verdict.rawValue), Cell(figure.expression.map { "\($0)" }),
    Cell(figure.section), Cell(figure.source),
  ]
}

private let figuresColumns: [Column] = [
  Column("figure", .text, "指标", "Figure", "The figure's name."),
  Column("measure", .text, "计量", "Measure", "amount, percent, count, ratio, or single yuan."),
  Column("printed", .number, "公布数", "Printed", "What the report prints."),
  Column(
    "recomputed", .number, "复算数", "Recomputed",
    "What the expression gives, with the decimals of the printed number."),
  Column("difference", .number, "差额", "Difference", "printed − the exact value."),
  Column(
    "bound", .number, "尾差上限", "Bound",
    "The largest difference that rounding of the printed digits can make."),
  Column(
    "verdict", .text, "结论", "Verdict",
    "agrees, rounding, differs; stated (no expression), circular, or undefined."),
  Column("expression", .text, "算式", "Expression", "How the figure is recomputed."),
  Column("section", .text, "章节", "Section", "The section of the report."),
  Column("source", .text, "来源", "Source", "Where the report prints it."),
]
