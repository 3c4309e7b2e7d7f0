import Analytics

/// Sections 五 and 六: subjects, and basic expenditure.
extension NarrativeWording {
  /// What the money is called whose subjects are described.
  func spending(_ source: FundingSource?) -> Bilingual {
    source.map {
      let name = NarrativeWording.name($0)
      return Bilingual(zh: name.zh + "支出", en: "expenditure out of \(name.en)")
    } ?? Bilingual(zh: "支出", en: "expenditure")
  }

  func described(
    _ spending: Bilingual, _ amount: Money, share: PrintedNumber?, _ year: FiscalYear
  ) -> String {
    let ofAll = share.map {
      text("，占本年支出合计的\(number.percent($0))", ", \(number.percent($0)) of all expenditure")
    }
    return text(
      "\(year)年度\(spending.zh)\(number.amount(amount))\(ofAll ?? "")。",
      "In \(year), \(spending.en) is \(number.amount(amount))\(ofAll ?? "").")
  }

  /// 主要用于以下方面：…支出…，占…%；…
  ///
  /// - Parameter others: What is said of the classes that are not listed.
  func structure(
    _ spending: Bilingual, _ amount: Money, _ classes: [ComparedAmount], _ others: String?,
    _ year: FiscalYear
  ) -> String {
    let members =
      classes.map { part in
        joined([named(quoted(part.name), part), share(part)].compactMap { $0 })
      } + [others].compactMap { $0 }
    return text(
      "\(year)年度\(spending.zh)\(number.amount(amount))，主要用于以下方面：\(listed(members))。",
      "In \(year), \(spending.en) of \(number.amount(amount)) went to: \(listed(members)).")
  }

  /// 支出决算数为…，完成年初预算的…%，完成全年预算的…%。其中：
  func execution(_ spending: Bilingual, _ amount: ComparedAmount, _ year: FiscalYear) -> String {
    let clauses = [
      text(
        "\(year)年度\(spending.zh)决算数为\(value(amount))",
        "In \(year), \(spending.en) came to \(value(amount))")
    ]
    return sentence(clauses + completion(amount) + deviations(amount)) + text("其中：", " Of this:")
  }

  /// One subject: its outturn, how much of its budgets that is, and why.
  func line(_ line: SubjectAmount) -> String {
    let outturn = text("支出决算为\(value(line.amount))", "outturn \(value(line.amount))")
    let facts = sentence(
      [outturn] + completion(line.amount) + deviations(line.amount))
    let reasons = causes(line.causes).map { text("主要原因是：\($0)。", " Main reasons: \($0).") }
    return path(line.path) + text("：", ": ") + facts + (reasons ?? "")
  }

  private func deviations(_ amount: ComparedAmount) -> [String] {
    let parts = [
      difference(amount.deviation, from: NarrativeWording.initialBudget),
      difference(amount.deviationRevised, from: NarrativeWording.revisedBudget),
    ].compactMap { $0 }
    guard let first = parts.first else { return [] }
    return [text("决算数\(first)", first)] + parts.dropFirst()
  }

  /// 一般公共服务支出（类）…（款）…（项） where there are three levels, as national subjects have.
  private func path(_ names: [String]) -> String {
    let names = names.map(quoted)
    guard isChinese && names.count == 3 else { return names.joined(separator: text("－", " – ")) }
    return zip(names, ["（类）", "（款）", "（项）"]).map { $0 + $1 }.joined()
  }

  func classesLeftOut(_ count: Int, _ amount: Money) -> String {
    text(
      "其余\(count)类合计\(number.amount(amount))，见 comparison/structure.csv",
      "\(count) others, \(number.amount(amount)) together, in comparison/structure.csv")
  }

  func linesLeftOut(_ count: Int) -> String {
    text(
      "其余\(count)个科目见 comparison/execution.csv。",
      "\(count) more subjects are in comparison/execution.csv.")
  }

  /// 基本支出…，其中：人员经费…，公用经费…
  func basic(_ amount: ComparedAmount, _ parts: [ComparedAmount], _ year: FiscalYear) -> String {
    let whole = text(
      "\(year)年度基本支出\(value(amount))", "In \(year), basic expenditure is \(value(amount))")
    let members = parts.map { named(kindName($0.code), $0) }
    let of = members.isEmpty ? "" : text("，其中：", ", of which: ") + listed(members)
    return whole + of + text("。", ".")
  }
}
