import Analytics

/// Captions of charts, and what is said of them to people who do not see them.
extension PageWording {
  static let executionChart = Bilingual(
    zh: "各科目或单位的年初预算、全年预算与决算并列的条形图；数字见下表。",
    en: "Bars of budget, revised budget and outturn side by side; the table below has the numbers.")
  static let changeByPart = Bilingual(
    zh: "从上年决算到本年决算", en: "From last year's outturn to this year's")
  static let changeChart = Bilingual(
    zh: "上年决算加各部分增减，得到本年决算；数字见下表。",
    en: "Last year's outturn and the change of each part give this year's; the table below has the "
      + "numbers.")
  static let contributionTitle = Bilingual(
    zh: "各科目拉动（百分点）", en: "Contributions to growth (percentage points)")
  static let contributionChart = Bilingual(
    zh: "各科目对总增长的拉动，单位为百分点，相加等于总增长。",
    en: "How many percentage points each subject adds to growth; they add up to the total's.")
  static let bridgeChart = Bilingual(
    zh: "从上年决算起，经预算、全年预算、决算各步增减，到下年预算参考。",
    en: "From last year's outturn through budget, revised budget and outturn to next year's "
      + "budget, step by step.")
  static let trendTotal = Bilingual(zh: "合计：历年与预测", en: "Total: history and forecast")
  static let trendSubjects = Bilingual(
    zh: "各科目：历年与预测", en: "By subject: history and forecast")
  static let trendUnits = Bilingual(zh: "各单位：历年与预测", en: "By unit: history and forecast")
  static let fanChart = Bilingual(
    zh: "历年决算与年初预算的折线；预测为虚线，深色带为 80% 区间，浅色带为 95% 区间。",
    en: "Lines of outturn and budget over the years; forecasts are broken lines, the dark band is "
      + "the 80 % interval and the light one the 95 % interval.")
  static let nodeChart = Bilingual(zh: "数字见下表。", en: "The tables below have the numbers.")
  static let multiplesChart = Bilingual(
    zh: "每格一项，各有自己的刻度：历年决算、年初预算及预测区间；数字见“逐项查看”。",
    en: "A panel each, with a scale of its own: outturn, budget and intervals of forecasts; the "
      + "numbers are under “Line by line”.")
  static let peopleTitle = Bilingual(zh: "人年与编制", en: "Person-years and establishment")
  static let peopleChart = Bilingual(
    zh: "各单位各类人员的人年与编制；数字见下表。",
    en: "Person-years and establishment by unit and category; the table below has the numbers.")
  static let methodsTitle = Bilingual(
    zh: "各方法的相对误差（提前一年）", en: "Relative error of each method, one year ahead")
  static let methodsChart = Bilingual(
    zh: "各预测方法的误差与重复上年值的误差之比；数字见下表。",
    en: "Each method's error against that of repeating the last value; the table below has the "
      + "numbers.")
  static let totalsChart = Bilingual(
    zh: "上年与本年决算总计。", en: "The total outturn of last year and of this year.")
  static let receiptsChart = Bilingual(
    zh: "各项收入及其占比；数字见收入表。",
    en: "Receipts by source with their shares; the table of receipts has the numbers.")
  static let kindsChart = Bilingual(
    zh: "基本支出与项目支出及其占比。", en: "Basic and project expenditure with their shares.")
  static let classesChart = Bilingual(
    zh: "按功能分类的支出及其占比；数字见“与上年对比”。",
    en: "Expenditure by function with shares; the numbers are under “Year on year”.")
  static let publicExpensesChart = Bilingual(
    zh: "因公出国（境）、公务用车、公务接待费用；数字见“三公”经费表。",
    en: "Travel abroad, vehicles and reception; the table of the three has the numbers.")

  /// 图1 to 图7, called what they are: of receipts and of appropriations only where the dataset
  /// says so.
  static func finalAccountsFigures(
    hasReceiptsTotal: Bool, isAllAppropriation: Bool
  ) -> [Bilingual] {
    [
      hasReceiptsTotal
        ? Bilingual(
          zh: "图1：收、支决算总计变动情况", en: "Figure 1: total receipts and outturn against last year")
        : Bilingual(zh: "图1：支出决算总计变动情况", en: "Figure 1: total outturn against last year"),
      Bilingual(zh: "图2：收入决算结构", en: "Figure 2: receipts by source"),
      Bilingual(zh: "图3：支出决算结构", en: "Figure 3: expenditure, basic and project"),
      Bilingual(
        zh: "图4：财政拨款收、支决算总计变动情况", en: "Figure 4: appropriations against last year"),
      Bilingual(
        zh: "图5：一般公共预算财政拨款支出决算变动情况",
        en: "Figure 5: general budget appropriations against last year"),
      isAllAppropriation
        ? Bilingual(
          zh: "图6：一般公共预算财政拨款支出决算结构",
          en: "Figure 6: general budget outturn by function")
        : Bilingual(zh: "图6：支出决算按功能分类结构", en: "Figure 6: outturn by function"),
      Bilingual(
        zh: "图7：“三公”经费支出结构", en: "Figure 7: the three public expenses"),
    ]
  }

  static func bridgeAmount(_ step: Bridge.Step, _ year: Int?) -> Bilingual {
    let name = bridgeName(step)
    return year.map { dated(name, $0) } ?? name
  }

  /// What leads to a step from the one before it.
  static func bridgeChange(_ step: Bridge.Step, _ year: Int?) -> Bilingual {
    let name = bridgeAmount(step, year)
    return Bilingual(zh: "增减：\(name.zh)", en: "Change: \(name.en)")
  }

  /// Why the changes of units do not add up to the total's.
  static func bridgeGaps(_ gaps: [(unit: Bilingual, steps: [Bridge.Step])]) -> Bilingual {
    let shown = gaps.prefix(5).map { gap in
      let steps = gap.steps.map(stepName)
      return Bilingual(
        zh: "\(gap.unit.zh)（\(steps.map(\.zh).joined(separator: "、"))）",
        en: "\(gap.unit.en) (\(steps.map(\.en).joined(separator: ", ")))")
    }
    let more = gaps.count - shown.count
    let (chinese, english) = (shown.map(\.zh), shown.map(\.en))
    return Bilingual(
      zh: "缺某一步数字的单位：" + chinese.joined(separator: "、")
        + (more > 0 ? "等 \(gaps.count) 个" : "")
        + "。单位的增减从其前一个有数的步骤算起，没有则为空白，所以这些步骤上各单位的增减之和不等于合计的增减。",
      en: "Units without an amount at some step: " + english.joined(separator: "; ")
        + (more > 0 ? " and \(more) more" : "")
        + ". A unit's change is from the step before that it has, and blank where there is none; so "
        + "at these steps the changes of units do not add up to the total's.")
  }

  /// A step without a year beside it.
  private static func stepName(_ step: Bridge.Step) -> Bilingual {
    step == .previousOutturn ? Bilingual(zh: "上年决算", en: "Last year's outturn") : bridgeName(step)
  }

  private static func bridgeName(_ step: Bridge.Step) -> Bilingual {
    switch step {
    case .previousOutturn: outturn
    case .budget: budget
    case .revised: revised
    case .estimate: Bilingual(zh: "决算（预计）", en: "Outturn (estimate)")
    case .draftBudget: budgetDraft
    case .draftOutturn: Bilingual(zh: "预计决算", en: "Expected outturn")
    }
  }
}
