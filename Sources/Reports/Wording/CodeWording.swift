import Analytics
import Forecast

/// What the codes in tables are called where people read them: on the page and in the workbook.
/// CSV, JSON and the data package keep the codes.
enum CodeWording {
  /// A code of this program in words; nil for what comes from the data.
  static func words(_ code: String, of column: String) -> Bilingual? {
    switch column {
    case "severity": Finding.Severity(rawValue: code).map(severity)
    case "rule": rule(code)
    case "level": Level(rawValue: code).map(level)
    case "stage": Stage(rawValue: code).map(stage)
    case "kind": SpendingKind(rawValue: code).map(kind)
    case "step": Step(rawValue: code)?.title ?? staffingSteps[code]
    case "status": status(code)
    case "indicator": indicator(code)
    case "inputs": inputs(code)
    default: lists[column]?[code]
    }
  }

  static func severity(_ severity: Finding.Severity) -> Bilingual {
    switch severity {
    case .error: Bilingual(zh: "错误", en: "Error")
    case .warning: Bilingual(zh: "警告", en: "Warning")
    case .note: Bilingual(zh: "提示", en: "Note")
    }
  }

  static func level(_ level: Level) -> Bilingual {
    switch level {
    case .line: Bilingual(zh: "明细", en: "Line")
    case .class: Bilingual(zh: "类款", en: "Class")
    case .unit: Bilingual(zh: "单位", en: "Unit")
    case .subject: Bilingual(zh: "科目", en: "Subject")
    case .total: Bilingual(zh: "合计", en: "Total")
    }
  }

  static func stage(_ stage: Stage) -> Bilingual {
    switch stage {
    case .budget: Bilingual(zh: "年初预算", en: "Budget")
    case .revised: Bilingual(zh: "全年预算", en: "Revised budget")
    case .outturn: Bilingual(zh: "决算", en: "Outturn")
    }
  }

  static func kind(_ kind: SpendingKind) -> Bilingual {
    Bilingual(zh: kind.name(.chinese), en: kind.name(.english))
  }

  /// What a check asks; the names of checks are codes.
  private static func rule(_ code: String) -> Bilingual? {
    Check.named(code).map {
      Bilingual(zh: $0.summary(.chinese), en: $0.summary(.english).sentenceCased)
    }
  }

  // MARK: Lists

  private static let lists: [String: [String: Bilingual]] = [
    "basis": bases, "starts_from": starts, "method": methods, "source": sources,
    "reconciled": answers, "used": answers, "measure": measures, "verdict": verdicts,
    "against": against,
  ]

  /// What a forecast and what a figure of the draft rest on.
  private static let bases = [
    "history": Bilingual(zh: "历年数", en: "History"),
    "budget": Bilingual(zh: "已批预算", en: "Adopted budget"),
    "costing": Bilingual(zh: "测算数", en: "Costing"),
    "reference": Bilingual(zh: "模型参考", en: "Reference"),
    "share": Bilingual(zh: "所在科目参考的份额", en: "Share of its line's reference"),
  ]

  private static let starts = [
    "estimate": Bilingual(zh: "本年预计执行数", en: "This year's estimate"),
    "budget": Bilingual(zh: "本年年初预算", en: "This year's budget"),
    "previous_outturn": Bilingual(zh: "上年决算数", en: "Last year's outturn"),
    "last_value": Bilingual(zh: "最近一年数", en: "The newest figure"),
  ]

  /// Of forecasts, and of what people cost.
  private static let methods =
    [
      "naive": Bilingual(zh: "重复上年值", en: "Repeat the last value"),
      "budget": Bilingual(zh: "按预算", en: "The budget"),
      "half_drift": Bilingual(zh: "半漂移", en: "Half drift"),
      "drift": Bilingual(zh: "漂移", en: "Drift"),
      "damped": Bilingual(zh: "阻尼趋势", en: "Damped trend"),
      "theta": Bilingual(zh: "Theta", en: "Theta"),
      "pooled": Bilingual(zh: "合并回归", en: "Pooled regression"),
      "mixture": Bilingual(zh: "组合", en: "Mixture"),
      "fixed": Bilingual(zh: "标准之外的固定部分", en: "Fixed part beside the standard"),
      "base": Bilingual(zh: "上年数扣除不再发生的部分", en: "Last year, less what does not recur"),
    ].merging(sources) { $1 }

  /// What the cost of people is taken from.
  private static let sources = [
    "rate": Bilingual(zh: "人数×标准", en: "Heads × rate"),
    "ratio": Bilingual(zh: "按标准变动比例", en: "Ratio of the rates"),
    "standard": Bilingual(zh: "公用经费定额", en: "Standard per head"),
    "evidence": Bilingual(zh: "按变动原因推算", en: "What reasons imply"),
    "regression": Bilingual(zh: "按人员成本回归", en: "Regression on heads"),
    "event": Bilingual(zh: "按事项", en: "Events"),
    "adjustment": Bilingual(zh: "登记的变动原因", en: "Registered reason"),
  ]

  private static let answers = [
    "yes": Bilingual(zh: "是", en: "Yes"), "no": Bilingual(zh: "否", en: "No"),
  ]

  private static let measures = [
    "money": Bilingual(zh: "金额", en: "Money"), "amount": Bilingual(zh: "金额", en: "Amount"),
    "count": Bilingual(zh: "数量", en: "Count"), "area": Bilingual(zh: "面积", en: "Area"),
    "score": Bilingual(zh: "评分", en: "Score"), "percent": Bilingual(zh: "百分比", en: "Per cent"),
    "ratio": Bilingual(zh: "比率", en: "Ratio"), "元": Bilingual(zh: "元", en: "Yuan"),
  ]

  private static let verdicts = [
    "agrees": Bilingual(zh: "相符", en: "Agrees"),
    "rounding": Bilingual(zh: "尾差", en: "Rounding"),
    "differs": Bilingual(zh: "不符", en: "Differs"), "stated": Bilingual(zh: "陈述", en: "Stated"),
    "circular": Bilingual(zh: "循环", en: "Circular"),
    "undefined": Bilingual(zh: "无定义", en: "Undefined"),
  ]

  private static let against = [
    "budget": stage(.budget), "previous": Bilingual(zh: "上年", en: "Last year"),
    "level": Bilingual(zh: "本年数", en: "The year's amount"),
  ]

  /// Of staff costs, besides those of every forecast; `total` is a scenario's forecast itself.
  private static let staffingSteps = [
    "expected": Bilingual(zh: "不定期事项的预期数", en: "Expected irregular items"),
    "underlying": Bilingual(zh: "基本面", en: "Underlying"),
    "total": Bilingual(zh: "预测数", en: "Forecast"),
  ]
}

extension Cell {
  /// The cell with words for a code of this program.
  func spelt(of column: String, _ language: Language) -> Cell {
    guard case .text(let code) = self, let words = CodeWording.words(code, of: column) else {
      return self
    }
    return .text(words[language])
  }
}
