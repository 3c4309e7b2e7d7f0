/// Codes that are made of several: `pooled:prior`, `PI-2.1 unit`, `outturn 12.00, budget 10.00`.
extension CodeWording {
  // MARK: What a forecast rests on

  /// `short:assumed`: the word before the colon, and the note after it.
  static func status(_ code: String) -> Bilingual? {
    let parts = code.split(separator: ":", maxSplits: 1)
    guard let first = parts.first, let words = statuses[String(first)] else { return nil }
    guard parts.count == 2 else { return words }
    let note = statusNotes[String(parts[1])] ?? Bilingual(both: String(parts[1]))
    return Bilingual(zh: "\(words.zh)（\(note.zh)）", en: "\(words.en) (\(note.en))")
  }

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

  private static let statusNotes = [
    "assumed": Bilingual(zh: "误差为假定", en: "errors assumed"),
    "prior": Bilingual(zh: "参照其他政府", en: "leans on other accounts"),
    "reorganised": Bilingual(zh: "口径有变的年度不用", en: "without a year of other accounts"),
    "rolled_over": Bilingual(zh: "沿用上年预算的年度不用", en: "without a year of repeated budgets"),
    "part_year": Bilingual(zh: "不足全年的年度不用", en: "without a part year"),
    "inside_rest": Bilingual(zh: "已含在其余支出内", en: "inside a published rest"),
    "anchor_errs_less": Bilingual(zh: "以往误差更小", en: "it has erred less"),
    "method_forced": Bilingual(zh: "按指定的方法", en: "as asked for"),
  ]

  // MARK: Indicators

  /// `PI-2.1 unit`: the number stays, what the heads are is told.
  static func indicator(_ code: String) -> Bilingual? {
    let parts = code.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let heads = heads[String(parts[1])] else { return nil }
    return Bilingual(zh: "\(parts[0]) \(heads.zh)", en: "\(parts[0]) \(heads.en)")
  }

  private static let heads = [
    "unit": Bilingual(zh: "按单位", en: "by unit"), "class": Bilingual(zh: "按功能类", en: "by class"),
    "item": Bilingual(zh: "按功能科目", en: "by subject"),
  ]

  /// `outturn 12.00, budget 10.00, heads 3`: a word before each number.
  static func inputs(_ code: String) -> Bilingual? {
    let parts = code.split(separator: ", ").map { $0.split(separator: " ", maxSplits: 1) }
    let told = parts.compactMap { part -> Bilingual? in
      guard part.count == 2, let word = inputWords[String(part[0])] else { return nil }
      return Bilingual(zh: "\(word.zh) \(part[1])", en: "\(word.en) \(part[1])")
    }
    guard told.count == parts.count else { return nil }
    return Bilingual(
      zh: told.map(\.zh).joined(separator: "，"), en: told.map(\.en).joined(separator: ", "))
  }

  private static let inputWords = [
    "outturn": Bilingual(zh: "决算", en: "outturn"), "budget": Bilingual(zh: "年初预算", en: "budget"),
    "charged": Bilingual(zh: "列支", en: "charged"), "heads": Bilingual(zh: "分项数", en: "heads:"),
    "M1": Bilingual(zh: "最弱项法", en: "weakest link of"),
  ]
}
