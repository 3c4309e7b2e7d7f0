private let category = Column(
  "category", .text, "人员类别", "Category", "The category; blank for what goes by no head.")
private let personYears = Column(
  "person_years", .number, "人年", "Person-years", "Heads times the months they are there ÷ 12.")

let personYearColumns: [Column] = [
  .unit, category, .year,
  Column("opening", .number, "年初人数", "Opening", "closing − joiners + leavers."),
  Column("joiners", .number, "增加", "Joiners", "Heads that came during the year."),
  Column("leavers", .number, "减少", "Leavers", "Heads that went during the year."),
  Column("closing", .number, "年末人数", "Closing", "Paid heads at the end of the year."),
  personYears,
  Column("establishment", .number, "编制", "Establishment", "Posts; blank where there are none."),
  Column("vacancy", .number, "空编", "Vacancy", "Posts less the heads that stand on them."),
]

let costColumns: [Column] = [
  .unit, .unitName, .subject, .subjectName, category, .year, personYears,
  Column(
    "cost_per_person_year", .amount, "人年成本", "Cost per person-year", "amount ÷ person_years."),
  Column("amount", .amount, "金额", "Amount", "The category's part of the line's forecast."),
  Column("lo80", .amount, "下限80%", "Low 80 %", "One in ten comes lower."),
  Column("hi80", .amount, "上限80%", "High 80 %", "One in ten comes higher."),
  Column("lo95", .amount, "下限95%", "Low 95 %", "One in forty comes lower."),
  Column("hi95", .amount, "上限95%", "High 95 %", "One in forty comes higher."),
  Column(
    "method", .text, "方法", "Method",
    "rate, ratio, evidence (what reasons imply), regression, fixed (running costs beside the "
      + "standard) or base (last year's amount less what does not recur)."),
]

let staffingStepColumns: [Column] = [
  .unit, .unitName, .subject, .subjectName, .year,
  Column(
    "step", .text, "步骤", "Step",
    "last_year, one_off, timing, full_year (of heads and of rates), headcount, rate, progression, "
      + "expected (irregular events; no part of a draft), underlying."),
  Column("amount", .amount, "金额", "Amount", "What the step brings; all add up to the forecast."),
]

let stepColumns: [Column] = [
  .unit, .unitName, .subject, .subjectName, .year,
  Column("step", .text, "步骤", "Step", "As in explanations."),
  Column("kind", .text, "支出类别", "Kind", "personnel or operating, where it is known."),
  category,
  Column(
    "source", .text, "依据", "Source",
    "rate, ratio, standard, evidence, regression, event or adjustment."),
  Column("quantity", .number, "数量", "Quantity", "Person-years or events that change."),
  Column("price", .amount, "单价", "Price", "What one of them costs."),
  Column("amount", .amount, "金额", "Amount", "quantity × price, by the part that is learned."),
]

let responseColumns: [Column] = [
  .stage,
  Column("basis", .text, "依据", "Basis", "history or budget."),
  Column("horizon", .integer, "步长", "Horizon", "Panel years ahead."),
  Column("lines", .integer, "明细", "Lines", "Lines with people that past origins score."),
  Column("origins", .integer, "起点", "Origins", "Past origins."),
  Column(
    "full_year", .number, "全年影响系数", "Full-year elasticity",
    "The part of a full-year effect of heads that comes."),
  Column(
    "headcount", .number, "人数变动系数", "Headcount elasticity",
    "The part of the cost of later movements that comes."),
  Column("error_naive", .amount, "上年数误差", "Error, last year", "Σ|error| of repeating the last."),
  Column("error_trend", .amount, "历史预测误差", "Error, history", "Σ|error| of history alone."),
  Column(
    "error_known", .amount, "已知人数误差", "Error, heads known",
    "Σ|error| with heads known, by what the other origins teach."),
  Column("relative_trend", .number, "历史相对误差", "Relative, history", "To repeating the last."),
  Column(
    "relative_known", .number, "已知人数相对误差", "Relative, heads known", "To repeating the last."),
  Column("used", .text, "采用", "Used", "no where heads have not made past forecasts better."),
  Column(
    "width", .number, "区间宽度比", "Width", "How wide limits are beside those of history alone."),
]

let scenarioColumns: [Column] = [
  Column("scenario", .text, "方案", "Scenario", "The folder's name."),
  .level, .unit, .unitName, .subject, .subjectName, .stage, .year,
  Column("step", .text, "步骤", "Step", "As in explanations; total is the forecast itself."),
  Column("baseline", .amount, "基准", "Baseline", "Without the scenario."),
  Column("amount", .amount, "方案数", "Amount", "With the scenario."),
  Column("difference", .amount, "差额", "Difference", "amount − baseline."),
]
