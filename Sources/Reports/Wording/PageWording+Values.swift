import Forecast

/// What the codes in tables are called.
extension PageWording {
  /// A code of this program in words; nil for what comes from the data.
  static func value(_ code: String, of column: String) -> Bilingual? {
    switch column {
    case "severity": severities[code]
    case "level": levels[code]
    case "stage": stages[code]
    case "basis": bases[code]
    case "method": methods[code]
    case "reconciled": answers[code]
    case "step": Step(rawValue: code)?.title ?? otherSteps[code]
    case "kind": kinds[code]
    case "measure": measures[code]
    case "verdict": verdicts[code]
    case "against": against[code]
    case "status": status(code)
    default: nil
    }
  }

  /// Shapes before the words, since colour alone says nothing.
  private static let severities = [
    "error": Bilingual(zh: "■ 错误", en: "■ Error"),
    "warning": Bilingual(zh: "▲ 警告", en: "▲ Warning"),
    "note": Bilingual(zh: "○ 提示", en: "○ Note"),
  ]

  private static let levels = [
    "line": Bilingual(zh: "明细", en: "Line"), "class": Bilingual(zh: "单位科目类", en: "Class"),
    "unit": Bilingual(zh: "单位", en: "Unit"), "subject": Bilingual(zh: "科目", en: "Subject"),
    "total": total,
  ]

  private static let stages = ["budget": budget, "revised": revised, "outturn": outturn]

  private static let bases = [
    "history": Bilingual(zh: "历年数", en: "History"),
    "budget": Bilingual(zh: "已批预算", en: "Adopted budget"),
    "costing": Bilingual(zh: "测算", en: "Costing"),
    "reference": Bilingual(zh: "模型参考", en: "Reference"),
    "control": Bilingual(zh: "控制数", en: "Control figure"),
    "request": Bilingual(zh: "单位申报", en: "Request"),
  ]

  private static let methods = [
    "naive": Bilingual(zh: "重复上年值", en: "Repeat the last value"),
    "budget": Bilingual(zh: "按预算", en: "The budget"),
    "half_drift": Bilingual(zh: "半漂移", en: "Half drift"),
    "drift": Bilingual(zh: "漂移", en: "Drift"),
    "damped": Bilingual(zh: "阻尼趋势", en: "Damped trend"),
    "theta": Bilingual(zh: "Theta", en: "Theta"),
    "pooled": Bilingual(zh: "合并回归", en: "Pooled regression"),
    "mixture": Bilingual(zh: "组合", en: "Mixture"),
  ]

  private static let answers = [
    "yes": Bilingual(zh: "是", en: "Yes"), "no": Bilingual(zh: "否", en: "No"),
  ]

  private static let kinds = [
    "basic": Bilingual(zh: "基本支出", en: "Basic"),
    "personnel": Bilingual(zh: "人员经费", en: "Personnel"),
    "operating": Bilingual(zh: "公用经费", en: "Operating"),
    "project": Bilingual(zh: "项目支出", en: "Project"),
  ]

  private static let measures = [
    "money": Bilingual(zh: "金额", en: "Money"), "amount": Bilingual(zh: "金额", en: "Amount"),
    "count": Bilingual(zh: "数量", en: "Count"), "area": Bilingual(zh: "面积", en: "Area"),
    "score": Bilingual(zh: "评分", en: "Score"), "percent": Bilingual(zh: "百分比", en: "Per cent"),
    "ratio": Bilingual(zh: "比率", en: "Ratio"),
  ]

  private static let verdicts = [
    "agrees": Bilingual(zh: "相符", en: "Agrees"),
    "rounding": Bilingual(zh: "尾差", en: "Rounding"),
    "differs": Bilingual(zh: "不符", en: "Differs"), "stated": Bilingual(zh: "陈述", en: "Stated"),
    "circular": Bilingual(zh: "循环", en: "Circular"),
    "undefined": Bilingual(zh: "无定义", en: "Undefined"),
  ]

  private static let against = [
    "budget": budget, "previous": Bilingual(zh: "上年", en: "Last year"),
    "level": Bilingual(zh: "本年数", en: "The year's amount"),
  ]

  /// Of staff costs, which have no trend of their own.
  private static let otherSteps = ["underlying": Bilingual(zh: "基本面", en: "Underlying")]

  private static let statuses = [
    "pooled": Bilingual(zh: "合并回归", en: "Pooled"), "short": Bilingual(zh: "历史较短", en: "Short"),
    "constant": Bilingual(zh: "不变", en: "Constant"),
    "all_zero": Bilingual(zh: "全为零", en: "All zero"), "ended": Bilingual(zh: "已停止", en: "Ended"),
    "late": Bilingual(zh: "尚未报送", en: "Late"), "sum": Bilingual(zh: "合计", en: "Sum"),
    "staffing": Bilingual(zh: "按人员测算", en: "Staffing"),
    "project_ended": Bilingual(zh: "项目结束", en: "Project ended"),
    "fixed": Bilingual(zh: "固定", en: "Fixed"), "ceiling": Bilingual(zh: "控制数", en: "Ceiling"),
    "fallback": Bilingual(zh: "退用简单方法", en: "Fallback"),
  ]

  /// `short:assumed`: the word before the colon, and the note after it as it is.
  private static func status(_ code: String) -> Bilingual? {
    let parts = code.split(separator: ":", maxSplits: 1)
    guard let first = parts.first, let words = statuses[String(first)] else { return nil }
    guard parts.count == 2 else { return words }
    let note = statusNotes[String(parts[1])] ?? Bilingual(both: String(parts[1]))
    return Bilingual(zh: "\(words.zh)（\(note.zh)）", en: "\(words.en) (\(note.en))")
  }

  private static let statusNotes = [
    "assumed": Bilingual(zh: "误差为假定", en: "errors assumed"),
    "prior": Bilingual(zh: "参照其他政府", en: "leans on other accounts"),
  ]
}
