import Analytics

/// The words of the workbook that no table brings with it.
enum WorkbookWording {
  // MARK: Names of sheets

  static let summary = Bilingual(zh: "摘要", en: "Summary")
  static let draft = Bilingual(zh: "预算草案", en: "Draft")
  static let rolling = Bilingual(zh: "滚动规划", en: "Rolling plan")
  static let execution = Bilingual(zh: "预算执行", en: "Execution")
  static let yearOnYear = Bilingual(zh: "与上年对比", en: "Year on year")
  static let history = Bilingual(zh: "历年与趋势", en: "History")
  static let bridge = Bilingual(zh: "预决算衔接", en: "Bridge")
  static let forecasts = Bilingual(zh: "预测", en: "Forecasts")
  static let explorer = Bilingual(zh: "单项查看", en: "One line")
  static let chartData = Bilingual(zh: "图表数据", en: "Chart data")
  static let notes = Bilingual(zh: "说明", en: "Notes")

  /// Sheets that show a table as it is, in their order, with what each is called.
  static let plainTables: [(table: String, name: Bilingual)] = [
    ("staffing/person_years", Bilingual(zh: "人员", en: "Person-years")),
    ("staffing/costs", Bilingual(zh: "人员经费", en: "Staff costs")),
    ("staffing/explanations", Bilingual(zh: "人员经费变动", en: "Staff cost changes")),
    ("comparison/three_public", Bilingual(zh: "三公经费", en: "Three public")),
    ("comparison/running_cost", Bilingual(zh: "机关运行经费", en: "Running cost")),
    ("comparison/projects", Bilingual(zh: "项目支出", en: "Projects")),
    ("comparison/receipts", Bilingual(zh: "收入", en: "Receipts")),
    ("comparison/balances", Bilingual(zh: "资产负债", en: "Balances")),
    ("comparison/reasons", Bilingual(zh: "变动原因", en: "Reasons")),
    ("comparison/pefa", Bilingual(zh: "PEFA指标", en: "PEFA")),
    ("findings", findings),
    ("forecast/accuracy", Bilingual(zh: "预测误差", en: "Accuracy")),
  ]
  static let findings = Bilingual(zh: "核对结果", en: "Findings")

  // MARK: Titles and headings

  static func executionTitle(_ year: String) -> Bilingual {
    Bilingual(zh: "\(year)年预算执行情况", en: "Budget execution \(year)")
  }
  static let yearOnYearTitle = Bilingual(zh: "与上年对比", en: "Year on year")
  static let historyTitle = Bilingual(zh: "历年预决算与趋势", en: "Budgets and outturns by year")
  static let bridgeTitle = Bilingual(
    zh: "从上年决算到下年预算", en: "From last year's outturn to next year's budget")
  static let bridgeHint = Bilingual(
    zh: "每步的增减从前一个有数的步骤算起；某单位缺某一步时，各单位的增减之和不等于合计的增减。",
    en: "Each change is from the step before that has an amount; where a unit lacks a step, the "
      + "changes of units do not add up to the total's.")
  static let forecastTitle = Bilingual(zh: "预测及区间", en: "Forecasts and intervals")
  static func draftTitle(_ year: String) -> Bilingual {
    Bilingual(zh: "\(year)年预算草案", en: "Draft budget \(year)")
  }
  static let figure = Bilingual(zh: "采用数", en: "Figure in use")
  static let draftHint = Bilingual(
    zh: "黄底为填报栏。采用数：填了草案数用草案数，未填用测算数，无测算用模型参考；"
      + "合计、增减、超控制数和摘要随之更新，超过控制数的显示为红色。灰字为其中项，不另计入合计。",
    en: "Yellow columns are for input. The figure in use is the draft where one is typed, else the "
      + "costing, else the reference; totals, changes, excess and the summary follow it, and what "
      + "is above its ceiling turns red. Rows in grey are parts of the line above, not added.")
  static let draftPrompt = Bilingual(
    zh: "填报金额，单位同本表；控制数在两栏之间。",
    en: "An amount in this sheet's unit. The ceiling stands between the two columns.")
  static let draftError = Bilingual(zh: "此处只能填数字。", en: "Only a number can stand here.")
  static let rollingTitle = Bilingual(zh: "中期滚动规划", en: "Medium-term rolling plan")
  static let explorerTitle = Bilingual(zh: "单项查看：历年与预测", en: "One line: history and forecast")

  static let levelHeading = Bilingual(zh: "层级", en: "Level")
  static let unitHeading = Bilingual(zh: "单位", en: "Unit")
  static let subjectHeading = Bilingual(zh: "科目", en: "Subject")
  static let kindHeading = Bilingual(zh: "类型", en: "Kind")
  static let projectHeading = Bilingual(zh: "项目", en: "Project")
  static let nameHeading = Bilingual(zh: "名称", en: "Name")
  static let yearHeading = Bilingual(zh: "年度", en: "Year")
  static let trendBand = Bilingual(zh: "决算趋势", en: "Trend of outturns")

  static let total = Bilingual(zh: "合计", en: "Total")
  static let bySubject = Bilingual(zh: "按科目（全部单位）", en: "By subject, all units")
  static let synthetic = Bilingual(zh: "（合成数据）", en: " (synthetic data)")

  static func smallerOmitted(shown: Int, omitted: Int, in tables: String) -> Bilingual {
    Bilingual(
      zh: "本表列 \(shown) 行，先取单位和科目，再取类和明细，均按最新年度金额从大到小；"
        + "另有 \(omitted) 行未列；全部见 \(tables)。",
      en: "\(shown) rows are shown, units and subjects before classes and lines, those with the "
        + "largest amounts of the newest year; \(omitted) are not; all of them are in \(tables).")
  }

  static func laterOmitted(shown: Int, omitted: Int, in table: String) -> Bilingual {
    Bilingual(
      zh: "本表列前 \(shown) 行，其后 \(omitted) 行未列；全部见 \(table)。",
      en: "The first \(shown) rows are shown and the \(omitted) after them are not; all of them "
        + "are in \(table).")
  }

  /// Of the draft, whose other lines are summed up by unit.
  static func draftOmitted(shown: Int, in table: String) -> Bilingual {
    Bilingual(
      zh: "本表逐行列出金额最大的 \(shown) 行；其余各行按单位合并为一行，单位过多时合并为末行，逐行见 \(table)。行数超出公式容量的合计为定值，不随填报变动。",
      en:
        "The \(shown) largest lines have rows of their own; the others are summed up by unit, or "
        + "in the last row where units are many, and stand line by line in \(table). A sum of "
        + "more rows than a formula takes does not follow what is typed.")
  }

  static func rest(_ count: Int, in table: String) -> Bilingual {
    Bilingual(zh: "其余 \(count) 项（见 \(table)）", en: "\(count) others (see \(table))")
  }

  // MARK: Charts and the choice of a line

  static let forecastMark = Bilingual(zh: "预", en: "F")
  static let fanHeadings = [
    yearHeading, Bilingual(zh: "决算或预测", en: "Outturn or forecast"),
    Bilingual(zh: "下限80%", en: "Low 80 %"), Bilingual(zh: "上限80%", en: "High 80 %"),
    Bilingual(zh: "下限95%", en: "Low 95 %"), Bilingual(zh: "上限95%", en: "High 95 %"),
    Bilingual(zh: "历年数；预测的95%下限", en: "History; low 95 % of forecasts"),
    Bilingual(zh: "95%区间（下）", en: "95 % interval, below"),
    Bilingual(zh: "80%区间（至预测值）", en: "80 % interval, up to the forecast"),
    Bilingual(zh: "80%区间（预测值以上）", en: "80 % interval, above the forecast"),
    Bilingual(zh: "95%区间（上）", en: "95 % interval, above"),
  ]
  /// The fan's areas from below; those above the forecast are like those below it.
  static let fanSeries = [
    Bilingual(zh: "历年数（预测年为95%下限）", en: "History (forecast years: low 95 %)"),
    Bilingual(zh: "95%区间", en: "95 % interval"), Bilingual(zh: "80%区间", en: "80 % interval"),
  ]
  static let fanTitle = Bilingual(zh: "合计：历年与预测区间", en: "Total: history and forecast")
  static let fanDescription = Bilingual(
    zh: "历年数与预测；预测带有 80% 与 95% 区间。数据见图旁或“图表数据”表。",
    en: "History and forecasts with their 80 % and 95 % intervals; the figures stand in a table.")
  static let waterfallHeadings = [
    Bilingual(zh: "步骤", en: "Step"), Bilingual(zh: "金额", en: "Amount"),
    Bilingual(zh: "底", en: "Base"), Bilingual(zh: "增加", en: "Rise"),
    Bilingual(zh: "减少", en: "Fall"),
  ]
  static let stepChange = Bilingual(zh: "增减", en: "change")
  static let waterfallDescription = Bilingual(
    zh: "从上年决算经本年预算到下年预算草案的逐步增减。", en: "The steps from last year's outturn to next year's draft.")
  static let columnsTitle = Bilingual(zh: "合计：历年预算与决算", en: "Total: budget and outturn")
  static let columnsDescription = Bilingual(
    zh: "历年年初预算、全年预算与决算的合计。", en: "The total's budget, revised budget and outturn by year.")
  static let chartDataHint = Bilingual(
    zh: "摘要中各图的数据，均为公式，请勿改动。", en: "What the summary's charts show; formulas, not for input.")
  static let explorerHint = Bilingual(
    zh: "在黄色格子的下拉列表中选择单位或科目，表和图随之变化。",
    en: "Choose a unit or subject from the list in the yellow cell; table and chart follow.")
  static let explorerError = Bilingual(zh: "请从列表中选择。", en: "Choose one from the list.")
  static let choice = Bilingual(zh: "查看", en: "Show")
  static let choiceNumber = Bilingual(zh: "序号", en: "Number")

  // MARK: The summary

  static let totals = Bilingual(zh: "总体情况", en: "Totals")
  static let growthHeading = Bilingual(zh: "决算增长%", en: "Outturn growth %")
  static let draftTotals = Bilingual(zh: "预算草案合计", en: "Draft, in total")
  static let findingCounts = Bilingual(zh: "核对结果条数", en: "Number of findings")
  static let contentsHeading = Bilingual(zh: "本工作簿各表", en: "Sheets of this workbook")
}
