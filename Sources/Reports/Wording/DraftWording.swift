import Analytics

/// The sentences on next year's draft budget: costing first, the model's reference as its check.
struct DraftWording {
  private let wording: NarrativeWording

  init(_ wording: NarrativeWording) { self.wording = wording }

  func title(_ table: Table) -> String {
    let title = wording.quoted(table.title[wording.number.language])
    return wording.text("\(title)：测算与依据", "\(title): costing and reasons")
  }

  var noDraft: String { wording.text("本次运行没有预算草案", "This run has no draft budget") }

  var preface: String {
    wording.text(
      "供编制预算使用，不对外公布。测算数按人数、标准和项目清单计算；模型参考是统计预期，只用于核对测算数；"
        + "控制数由财政部门下达。三者不混用。",
      "For those who draft the budget; not for publication. Costing counts heads, standards and "
        + "projects; the reference is the statistical expectation and checks the costing; control "
        + "figures come from the finance department. The three are never mixed.")
  }

  /// What the planner has filled in.
  func draft(_ record: Record) -> String? {
    let figures = [
      amount(record, "request").map { wording.text("申报数\($0)", "request \($0)") },
      amount(record, "draft").map { wording.text("草案\($0)", "draft \($0)") },
    ].compactMap { $0 }
    return figures.isEmpty ? nil : wording.joined(figures)
  }

  /// 测算数…（本年预计执行数…、全年化…、…、其他…）; what is in brackets adds up to it.
  func costing(_ record: Record) -> String? {
    guard let costing = amount(record, "costing") else { return nil }
    let base = amount(record, "start").map { start in
      let name = DraftWording.starts[record.text("starts_from")]?[wording.number.language] ?? ""
      return name + wording.text("", " ") + start
    }
    let steps = DraftWording.steps.compactMap { column, name -> String? in
      guard case .number(let number) = record[column], number.mantissa != 0 else { return nil }
      return name[wording.number.language] + wording.text("", " ")
        + amount(record, column, signed: true)!
    }
    let made = ([base].compactMap { $0 } + steps).joined(separator: wording.text("、", ", "))
    return wording.text("测算数\(costing)", "costing \(costing)")
      + (made.isEmpty ? "" : wording.text("（\(made)）", " (\(made))"))
  }

  /// Which figure is compared, and with what: 以测算数计，比年初预算+…（+…%）
  func change(_ record: Record) -> String? {
    guard let change = amount(record, "change_on_budget", signed: true) else { return nil }
    let rate = percent(record, "change_pct").map { wording.text("（\($0)）", " (\($0))") } ?? ""
    let basis = DraftWording.bases[record.text("basis")]?[wording.number.language]
    let by = basis.map { wording.text("以\($0)计，", "by the \($0), ") } ?? ""
    return by + wording.text("比年初预算\(change)\(rate)", "\(change)\(rate) on this year's budget")
  }

  private static let bases = [
    "costing": Bilingual(zh: "测算数", en: "costing"),
    "reference": Bilingual(zh: "模型参考", en: "reference"),
    "share": Bilingual(zh: "所在科目模型参考的份额", en: "share of its line's reference"),
  ]

  private static let starts = [
    "estimate": Bilingual(zh: "本年预计执行数", en: "this year's estimate"),
    "budget": Bilingual(zh: "本年年初预算", en: "this year's budget"),
    "previous_outturn": Bilingual(zh: "上年决算数", en: "last year's outturn"),
    "last_value": Bilingual(zh: "最近一年数", en: "the newest figure"),
  ]

  private static let steps = [
    ("less_one_off", Bilingual(zh: "一次性因素", en: "one-off items")),
    ("full_year", Bilingual(zh: "全年化", en: "full-year effects")),
    ("headcount", Bilingual(zh: "人员增减", en: "headcount")),
    ("standard", Bilingual(zh: "标准调整", en: "standards")),
    ("policy", Bilingual(zh: "政策因素", en: "policy")),
    ("project_change", Bilingual(zh: "项目增减", en: "projects")),
    ("other", Bilingual(zh: "其他", en: "other")),
  ]

  /// 模型参考…（80%区间…至…），测算数在区间内
  func reference(_ record: Record) -> String? {
    guard let reference = amount(record, "reference") else { return nil }
    guard let low = amount(record, "lo80"), let high = amount(record, "hi80") else {
      return wording.text("模型参考\(reference)", "reference \(reference)")
    }
    return wording.text(
      "模型参考\(reference)（80%区间\(low)至\(high)）\(verdict(record) ?? "")",
      "reference \(reference) (80% interval \(low) to \(high))\(verdict(record) ?? "")")
  }

  /// Where the costing stands in the reference's interval.
  private func verdict(_ record: Record) -> String? {
    let costing = record["costing"]
    guard costing != .blank else { return nil }
    if costing.isOrderedBefore(record["lo80"]) {
      return wording.text("，测算数低于区间，请复核", ", the costing is below it: please review")
    }
    if record["hi80"].isOrderedBefore(costing) {
      return wording.text("，测算数高于区间，请复核", ", the costing is above it: please review")
    }
    return wording.text("，测算数在区间内", ", the costing is inside it")
  }

  /// 控制数…，超控制数…
  func control(_ record: Record) -> String? {
    guard let control = amount(record, "control") else { return nil }
    let over = amount(record, "over_control").map {
      wording.text("，超出\($0)", ", exceeded by \($0)")
    }
    return wording.text("控制数\(control)\(over ?? "")", "control figure \(control)\(over ?? "")")
  }

  func note(_ record: Record) -> String? {
    let note = record.text("note")
    return note.isEmpty ? nil : wording.text("说明：", "reasons: ") + wording.quoted(note)
  }

  /// The unit, subject, kind and project of a row; 合计 where it has none.
  func name(_ record: Record) -> String {
    let names = ["unit", "subject", "kind", "project"].compactMap { column -> String? in
      let own = record.text(column)
      guard !own.isEmpty else { return nil }
      if column == "kind" { return wording.kindName(own) }
      let name = record.text("\(column)_name")
      return wording.quoted(name.isEmpty ? own : name)
    }
    return names.isEmpty ? wording.text("合计", "Total") : names.joined(separator: " · ")
  }

  /// Costing first, the reference as its check, the control figure, what changes, and why.
  func row(_ record: Record) -> String? {
    let clauses = [
      costing(record), reference(record), control(record), change(record), draft(record),
      note(record),
    ].compactMap { $0 }
    guard !clauses.isEmpty else { return nil }
    return name(record) + wording.text("：", ": ") + wording.listed(clauses)
      + wording.text("。", ".")
  }

  func rowsLeftOut(shown count: Int) -> String {
    wording.text(
      "以上按编码顺序列出前\(count)行；其余各行见 forecast/draft.csv。",
      "These are the first \(count) rows in the order of their codes; all of them are in "
        + "forecast/draft.csv.")
  }

  // MARK: Numbers

  private func amount(_ record: Record, _ column: String, signed: Bool = false) -> String? {
    guard case .number(let number) = record[column] else { return nil }
    let unit = wording.isChinese ? wording.number.chineseUnit : ""
    let sign = signed && number.mantissa > 0 ? "+" : ""
    return sign + NumberWording.grouped(number) + unit
  }

  private func percent(_ record: Record, _ column: String) -> String? {
    guard case .number(let number) = record[column] else { return nil }
    return (number.mantissa > 0 ? "+" : "") + wording.number.percent(number)
  }
}
