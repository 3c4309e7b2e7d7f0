/// Every word of this program that a page or a chart shows, in Chinese and in English.
///
/// What comes from a dataset stays as it is: names, codes, the messages of findings.
enum PageWording {
  // MARK: Around the sections

  static let report = Bilingual(zh: "分析报告", en: "report")
  static let skip = Bilingual(zh: "跳到正文", en: "Skip to the report")
  static let synthetic = Bilingual(
    zh: "合成数据：由程序生成，不是任何政府的账目。",
    en: "Synthetic data: made by a program, and no government's accounts.")
  static let footer = Bilingual(
    zh: "由 Outturn 生成。部分数据因四舍五入存在尾差。",
    en: "Made by Outturn. Rounding may leave parts a last digit away from their totals.")
  static let search = Bilingual(zh: "查找", en: "Search")
  static let name = Bilingual(zh: "单位或科目", en: "Unit or subject")
  static let total = Bilingual(zh: "合计", en: "Total")

  static func scope(_ scope: PanelScope, unit: Bilingual) -> Bilingual {
    Bilingual(
      zh: "\(scope.years) 年 · 单位 \(scope.units) · 科目 \(scope.subjects) · "
        + "明细 \(scope.lines) 行 · 金额单位：\(unit.zh)",
      en: "\(scope.years) · units: \(scope.units) · subjects: \(scope.subjects) · "
        + "lines: \(scope.lines) · amounts in \(unit.en)")
  }

  /// A severity's word behind a shape, since colour alone says nothing.
  static func marked(_ words: Bilingual, _ severity: String) -> Bilingual {
    let shape = severity == "error" ? "■" : severity == "warning" ? "▲" : "○"
    return Bilingual(zh: "\(shape) \(words.zh)", en: "\(shape) \(words.en)")
  }

  static func rest(in file: String) -> Bilingual {
    Bilingual(zh: "其余各行见 \(file)。", en: "The other rows are in \(file).")
  }

  static func largest(in file: String) -> Bilingual {
    Bilingual(
      zh: "此处列出各级金额最大的各行。", en: "These are the rows with the largest amounts of each level."
    ).joined(with: rest(in: file))
  }

  static func first(_ count: Int, in file: String) -> Bilingual {
    Bilingual(zh: "此处列出前 \(count) 行。", en: "These are the first \(count) rows.")
      .joined(with: rest(in: file))
  }

  static func lines(_ count: Int) -> Bilingual {
    Bilingual(zh: "明细 \(count) 行", en: "Lines: \(count)")
  }

  static func byUnit(_ title: Bilingual) -> Bilingual {
    Bilingual(zh: "\(title.zh)（按单位）", en: "\(title.en), by unit")
  }

  static func bySubject(_ title: Bilingual) -> Bilingual {
    Bilingual(zh: "\(title.zh)（按科目）", en: "\(title.en), by subject")
  }

  static func dated(_ words: Bilingual, _ year: Int) -> Bilingual {
    Bilingual(zh: "\(year) 年\(words.zh)", en: "\(words.en) \(year)")
  }

  // MARK: Titles of sections

  static let summary = Bilingual(zh: "概况", en: "Summary")
  static let findingsTitle = Bilingual(zh: "核对结果", en: "What does not tie out")
  static let executionTitle = Bilingual(zh: "预算执行", en: "Budget against outturn")
  static let yearOnYearTitle = Bilingual(zh: "与上年对比", en: "Year on year")
  static let finalAccountsTitle = Bilingual(zh: "决算图表", en: "Figures of the final account")
  static let bridge = Bilingual(
    zh: "从上年决算到下年预算", en: "From last year's outturn to next year's budget")
  static let trendsTitle = Bilingual(zh: "趋势与预测", en: "Trends and forecasts")
  static let planTitle = Bilingual(zh: "下年预算草案", en: "Next year's draft")
  static let staffingTitle = Bilingual(zh: "人员与经费", en: "People and what they cost")
  static let scenariosTitle = Bilingual(zh: "情景对比", en: "Scenarios")
  static let accuracyTitle = Bilingual(zh: "预测误差", en: "How wrong forecasts have been")
  static let nodesTitle = Bilingual(zh: "逐项查看", en: "Line by line")
  static let methodTitle = Bilingual(zh: "方法与读法", en: "Method, and how to read this")

  // MARK: Stages and measures

  static let budget = Bilingual(zh: "年初预算", en: "Budget")
  static let revised = Bilingual(zh: "全年预算", en: "Revised budget")
  static let outturn = Bilingual(zh: "决算", en: "Outturn")
  static let executionOfBudget = Bilingual(zh: "完成年初预算", en: "Outturn of budget")
  static let budgetDraft = Bilingual(zh: "年初预算（草案）", en: "Budget (draft)")
  static let points = Bilingual(zh: "百分点", en: "pp")
  static let personYears = Bilingual(zh: "人年", en: "Person-years")
  static let establishment = Bilingual(zh: "编制", en: "Establishment")
  static let relativeError = Bilingual(zh: "重复上年值=1", en: "repeating = 1")

  // MARK: Leads

  static let findingsLead = Bilingual(
    zh: "差额超出四舍五入范围的为错误。数据从不自动修改；能确定是哪个数错时，给出应改为的值。",
    en: "A difference that rounding cannot make is an error. Data are never changed; where it can "
      + "be known which number is wrong, the value that mends it is given.")
  static let noFindings = Bilingual(zh: "没有发现问题。", en: "Nothing was found.")
  static let draftLead = Bilingual(
    zh: "测算数（人数×标准、项目清单）优先，模型参考用于核对，控制数是上限；三者从不混用。"
      + "合计数按采用数相加：有测算数的用测算数，没有的用模型参考。列有支出类型或项目的行是上面科目行的其中项，不另计入合计。",
    en: "The costing (heads × rates, the list of projects) comes first, the model's reference is "
      + "its check, and the control figure its ceiling; the three are never mixed. A total of the "
      + "draft adds up costings, and references where there is no costing. Rows with a kind or a "
      + "project are parts of the subject's row above them, and are not added.")
  static let accuracyLead = Bilingual(
    zh: "以往各年只用当时已知的数据重新预测，再与实际对照。相对误差小于 1 表示好于重复上年值；"
      + "区间覆盖率应接近 80% 与 95%。",
    en: "Past years were forecast again from what was known then, and compared with what came. A "
      + "relative error below 1 beats repeating the last value; intervals should cover about 80 % "
      + "and 95 %.")
  static let nodesLead = Bilingual(
    zh: "展开任一项，查看历年数、预测、预测的构成和核对结果。",
    en: "Open any of these for its history, forecast, the steps of the forecast, and findings.")
  static let nodesCut = Bilingual(
    zh: "此处列出金额最大的各项；其余见 comparison/execution.csv 与 forecast/forecasts.csv。",
    en: "These are the largest; the others are in comparison/execution.csv and "
      + "forecast/forecasts.csv.")

  // MARK: Captions of tables about one node

  static let history = Bilingual(zh: "历年数", en: "History")
  static let forecastsTitle = Bilingual(zh: "预测", en: "Forecasts")
  static let explanation = Bilingual(zh: "预测的构成", en: "The steps of the forecast")
  static let trendTable = Bilingual(zh: "决算趋势", en: "Trend of the outturn")

  static func outturnNote(_ year: Int, _ amount: String) -> Bilingual {
    Bilingual(zh: "\(year) 年决算 \(amount)", en: "outturn \(year): \(amount)")
  }

  static func findingCount(_ count: Int) -> Bilingual {
    Bilingual(zh: "核对结果 \(count) 条", en: "findings: \(count)")
  }
}
