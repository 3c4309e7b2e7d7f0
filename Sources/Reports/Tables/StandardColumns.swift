import Analytics

extension Column {
  init(_ name: String, _ kind: Kind, _ zh: String, _ en: String, _ description: String) {
    self.init(name, kind, title: Bilingual(zh: zh, en: en), description: description)
  }

  static let level = Column(
    "level", .text, "层级", "Level",
    "line (unit × subject), class (leaf unit × higher subject), unit, subject or total.")
  static let unit = Column(
    "unit", .text, "单位", "Unit", "The unit's code; blank where the level sums over units.")
  static let unitName = Column("unit_name", .text, "单位名称", "Unit name", "The unit's name.")
  static let subject = Column(
    "subject", .text, "科目", "Subject",
    "The subject's code; blank where the level sums over subjects.")
  static let subjectName = Column(
    "subject_name", .text, "科目名称", "Subject name", "The subject's name.")
  static let stage = Column("stage", .text, "阶段", "Stage", "budget, revised or outturn.")
  static let year = Column("year", .year, "年度", "Year", "The fiscal year.")
  static let amount = Column(
    "amount", .amount, "金额", "Amount",
    "In the dataset's amount unit; blank where nothing is appropriated.")
  static let previous = Column(
    "previous", .amount, "上年", "Previous", "The amount of the year before.")
  static let change = Column(
    "change", .amount, "增减额", "Change", "amount − previous; nothing appropriated counts as 0.")
  static let growth = Column(
    "growth_pct", .percent, "增长%", "Growth %",
    "change ÷ |previous| × 100; blank where either year is blank or previous is 0.")
  static let share = Column(
    "share_pct", .percent, "占比%", "Share %",
    "amount ÷ total × 100, of the unit's total for lines and classes, else of the grand total.")
  static let budget = Column("budget", .amount, "年初预算数", "Budget", "The adopted budget.")
  static let revised = Column(
    "revised", .amount, "全年预算数", "Revised budget", "The budget after all changes in the year.")
  static let outturn = Column("outturn", .amount, "决算数", "Outturn", "What was really spent.")
  static let execution = Column(
    "execution_pct", .percent, "完成年初预算%", "Execution %",
    "outturn ÷ budget × 100; blank where the budget is blank or 0.")
  static let executionRevised = Column(
    "execution_revised_pct", .percent, "完成全年预算%", "Execution of revised %",
    "outturn ÷ revised × 100; blank where the revised budget is blank or 0.")
}

/// How amounts and nodes become cells of a dataset's tables.
struct CellMaker: Sendable {
  let unit: AmountUnit
  let decimals: Int

  init(_ dataset: Dataset) {
    unit = dataset.amountUnit
    decimals = dataset.decimals
  }

  func callAsFunction(_ money: Money?) -> Cell {
    Cell(money.map { $0.printed(in: unit, decimals: decimals) })
  }

  /// What is computed and not printed by a source has at least two decimals.
  func estimate(_ money: Money?) -> Cell {
    Cell(money.map { $0.printed(in: unit, decimals: max(2, decimals)) })
  }

  func estimate(_ amount: ExactAmount?) -> Cell {
    Cell(amount.map { $0.printed(in: unit, decimals: max(2, decimals)) })
  }

  /// level, unit, unit_name, subject, subject_name
  func keys(_ node: NodeTable.Node, _ panel: Panel) -> [Cell] {
    [
      .text(node.level.rawValue), code(panel.units, node.unit), name(panel.units, node.unit),
      code(panel.subjects, node.subject), name(panel.subjects, node.subject),
    ]
  }

  func code(_ classification: Classification, _ member: Int32) -> Cell {
    member == CellKey.all ? .blank : .text(classification.code(member))
  }

  func name(_ classification: Classification, _ member: Int32) -> Cell {
    let name = classification.name(member)
    return name.isEmpty ? .blank : .text(name)
  }
}
