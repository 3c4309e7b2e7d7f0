/// How the figures are made, and what the terms mean.
extension PageWording {
  static let method = [
    Bilingual(
      zh: "金额按分精确计算，只在打印时四舍五入一次；部分数据因四舍五入存在尾差。",
      en: "Amounts are exact to the cent and rounded once, when they are printed; parts may be a "
        + "last digit away from their total."),
    Bilingual(
      zh: "空白表示未安排、未公布或无意义；0 表示零。上年为零或空白时不计算增长率；年初预算为 0 时不计算完成率。",
      en: "Blank means not appropriated, not published or undefined; 0 is zero. Growth on nothing "
        + "and execution of a budget of 0 are not computed."),
    Bilingual(
      zh: "拉动（百分点）是一项的增减额除以上年合计；各项拉动相加等于合计的增长率。",
      en: "A contribution is a part's change over last year's total, in percentage points; "
        + "contributions add up to the total's growth."),
    Bilingual(
      zh: "预测由全部科目、单位的历年数合并回归得到；80% 区间表示五次中约有四次落在其中，95% 区间为二十次中十九次。",
      en: "Forecasts come from a regression over the years of all lines together; about four in "
        + "five come inside the 80 % interval, and nineteen in twenty inside the 95 % interval."),
    Bilingual(
      zh: "模型参考是统计上的预期，不是申报数，也不是控制数。",
      en: "The model's reference is a statistical expectation, and neither a request nor a control "
        + "figure."),
    Bilingual(
      zh: "图中不靠颜色区分：各系列另有纹样、标记形状和编号；每张图的数字都在表中。",
      en: "No chart depends on colour: series have patterns, shapes of marks and numbers too, and "
        + "every chart's numbers stand in a table."),
    Bilingual(
      zh: "核对结果供内部使用，不进入公开文本。",
      en: "Findings are internal, and no part of what is for publication."),
  ]

  static let terms: [(term: Bilingual, meaning: Bilingual)] = [
    (
      Bilingual(zh: "年初预算", en: "Budget"),
      Bilingual(zh: "年度开始前批复的预算。", en: "What was adopted before the year.")
    ),
    (
      Bilingual(zh: "全年预算", en: "Revised budget"),
      Bilingual(
        zh: "年初预算加追加、减追减、经调剂后的预算。",
        en: "The budget after supplements, cuts and virements.")
    ),
    (
      Bilingual(zh: "决算", en: "Outturn"),
      Bilingual(zh: "实际支出。", en: "What was really spent.")
    ),
    (
      Bilingual(zh: "人员经费、公用经费", en: "Personnel, operating"),
      Bilingual(
        zh: "基本支出的两部分：人员的工资福利与补助，维持日常运转的费用。",
        en: "The two parts of basic expenditure: pay and benefits, and running costs that are not "
          + "pay.")
    ),
    (
      Bilingual(zh: "人年", en: "Person-years"),
      Bilingual(
        zh: "在岗月数除以 12；年中到岗者按月计算，次年补足全年影响。",
        en: "Months in post over 12; what a part-year joiner costs more in a whole year is the "
          + "full-year effect.")
    ),
    (
      Bilingual(zh: "可比金额", en: "Normalised"),
      Bilingual(
        zh: "扣除不再发生的事项、跨期事项归位后的金额。",
        en: "The amount less what does not recur, with timing items in the year they belong to.")
    ),
  ]
}
