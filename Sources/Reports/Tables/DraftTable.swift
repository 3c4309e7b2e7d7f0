import Analytics
import Forecast

extension Table {
  /// `forecast/draft.csv`: next year's draft, for the planner to fill in.
  public static func draft(_ draft: Draft, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "forecast/draft",
      title: Bilingual(zh: "\(draft.year)年预算草案", en: "Draft of \(draft.year)"),
      columns: draftColumns, key: ["unit", "subject", "kind", "project"]
    ) { body in
      try draft.forEach { row in
        try body(Row(keys(row.key, dataset.language), amounts(row, cell, dataset.language)))
      }
    }
  }
}

private func keys(_ key: DraftRow.Key, _ language: Language) -> [Cell] {
  func text(_ text: String) -> Cell { Cell(text.isEmpty ? nil : text) }
  return [
    text(key.unit), text(key.unitName), text(key.subject), text(key.subjectName),
    Cell(key.kind?.rawValue), Cell(key.kind?.name(language)), Cell(key.project),
    text(key.projectName),
  ]
}

private func amounts(_ row: DraftRow, _ cell: CellMaker, _ language: Language) -> [Cell] {
  let known = [row.previousOutturn, row.budget, row.revised].map { cell($0) }
  let parts = row.parts
  let estimates = [
    row.estimate, row.start, parts.lessOneOff, parts.fullYear, parts.headcount, parts.standard,
    parts.policy, parts.projectChange, parts.other, row.costing, row.reference,
    row.limits.map { Money(rounding: $0.low80) }, row.limits.map { Money(rounding: $0.high80) },
  ].map { cell.estimate($0) }
  let blank = Cell.blank
  let separator = Bilingual(zh: "；", en: "; ")[language]
  let note = row.notes.map { $0.words[language] }.joined(separator: separator)
  return known + estimates + [
    blank, cell.estimate(row.control), blank, cell.estimate(row.changeOnBudget),
    Cell(row.changePercent), cell.estimate(row.overControl), Cell(row.basis?.rawValue),
    Cell(row.startsFrom?.rawValue), Cell(note.isEmpty ? nil : note),
  ]
}

private let draftColumns: [Column] =
  [
    .unit, .unitName, .subject, .subjectName,
    Column(
      "kind", .text, "支出类型", "Kind", "personnel, operating, basic or project; blank for all."),
    Column("kind_name", .text, "类型名称", "Kind name", "The kind in words."),
    Column("project", .text, "项目", "Project", "The project's code; blank for all."),
    Column("project_name", .text, "项目名称", "Project name", "The project's name."),
    Column("previous_outturn", .amount, "上年决算", "Previous outturn", "Last year's outturn."),
    .budget, .revised,
    Column(
      "estimate", .amount, "本年预计", "Estimate",
      "This year's outturn, or its forecast for a line."),
  ] + partColumns + figureColumns

private let partColumns: [Column] = [
  Column(
    "start", .amount, "起算数", "Start",
    "The figure that starts_from names; with the parts that follow it makes the costing."),
  Column(
    "less_one_off", .amount, "扣除一次性", "Less one-offs",
    "One-offs and items of other years that leave the base."),
  Column("full_year", .amount, "翘尾", "Full year", "Part-year changes, in a whole year."),
  Column("headcount", .amount, "人员", "Headcount", "People who come and go."),
  Column("standard", .amount, "标准", "Standard", "Rates, standards and progression."),
  Column("policy", .amount, "政策", "Policy", "Price and pay growth, and what else is known."),
  Column(
    "project_change", .amount, "项目增减", "Projects", "Projects that begin, less those that end."),
  Column(
    "other", .amount, "其他", "Other", "What else leads from the start to the costing."),
]

private let figureColumns: [Column] = [
  Column(
    "costing", .amount, "测算数", "Costing",
    "From people, rates and standards, and from the list of projects."),
  Column("reference", .amount, "模型参考", "Reference", "The statistical expectation."),
  Column("lo80", .amount, "下限80%", "Low 80 %", "One in ten comes lower than the reference's."),
  Column("hi80", .amount, "上限80%", "High 80 %", "One in ten comes higher than the reference's."),
  Column("request", .amount, "申报数", "Request", "For the planner: what the unit asks for."),
  Column("control", .amount, "控制数", "Control", "The control figure of ceilings."),
  Column("draft", .amount, "草案", "Draft", "For the planner: the drafted budget."),
  Column(
    "change_on_budget", .amount, "比年初预算增减", "Change on budget",
    "The figure that basis names, less this year's budget."),
  Column(
    "change_pct", .percent, "增减%", "Change %", "change_on_budget ÷ |budget| × 100."),
  Column(
    "over_control", .amount, "超控制数", "Over control",
    "By how much that figure is above the control; blank where it is not."),
  Column(
    "basis", .text, "依据", "Basis",
    "costing; reference where there is none; share for a kind's part of the line's reference."),
  Column(
    "starts_from", .text, "起算依据", "Starts from",
    "What the costing starts from: estimate, budget, previous_outturn, or the last_value there is."),
  Column("note", .text, "说明", "Note", "Reasons, and what to know of the forecast."),
]
