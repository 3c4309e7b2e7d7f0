import Analytics

/// Sections 七 to 十: what stands beside the accounts.
extension NarrativeWording {
  /// 支出决算为…，完成全年预算的…%，较上年度减少…，下降…%。
  func item(_ amount: ComparedAmount, _ year: FiscalYear) -> String {
    let outturn = text(
      "\(year)年度\(quoted(amount.name))支出决算为\(value(amount))",
      "\(quoted(amount.name)), \(year): \(value(amount))")
    return sentence(
      [outturn] + completion(amount) + [sinceLastYear(amount, year)].compactMap { $0 })
  }

  /// One numbered item: the year is named in the sentence above it.
  func detail(_ amount: ComparedAmount, _ year: FiscalYear) -> String {
    let outturn = text(
      "\(quoted(amount.name))支出\(value(amount))", "\(quoted(amount.name)) \(value(amount))")
    return sentence(
      [outturn] + completion(amount) + [sinceLastYear(amount, year)].compactMap { $0 })
  }

  private func sinceLastYear(_ amount: ComparedAmount, _ year: FiscalYear) -> String? {
    guard let movement = movement(amount), let before = year.previous else { return nil }
    let isEqual = amount.change == .zero
    return text("\(isEqual ? "与" : "比")\(before)年度\(movement)", "\(movement) since \(before)")
  }

  /// …支出决算中，…支出决算…，占…%；…
  func shares(_ whole: ComparedAmount, _ parts: [ComparedAmount], _ year: FiscalYear) -> String {
    let members = parts.map { part in
      joined([named(quoted(part.name), part), share(part)].compactMap { $0 })
    }
    return text(
      "\(year)年度\(quoted(whole.name))支出决算中：\(listed(members))。具体情况如下：",
      "\(quoted(whole.name)), \(year), by part: \(listed(members)). In detail:")
  }

  /// 其中：…; every part with its number, its share, and what one counted came to.
  func parts(_ items: [ComparedAmount]) -> String? {
    guard !items.isEmpty else { return nil }
    return text("其中：", "Of this: ") + listed(items.map(part)) + text("。", ".")
  }

  /// A list that is no division of what stands before it.
  func list(_ items: [ComparedAmount], _ year: FiscalYear) -> String {
    text("\(year)年度：", "In \(year): ") + listed(items.map(part)) + text("。", ".")
  }

  private func part(_ amount: ComparedAmount) -> String {
    var clauses = [named(quoted(amount.name), amount)]
    if let share = share(amount) { clauses.append(share) }
    if let each = amount.amountPerCount {
      let money = NumberWording.grouped(each)
      clauses.append(text("平均\(money)\(currencyName)", "\(money) \(currencyName) each"))
    }
    return joined(clauses)
  }

  /// One unit of the currency.
  private var currencyName: String {
    let money = number.currency
    if money == nil || money == "CNY" { return text("元", money ?? "currency units") }
    return money!
  }

  func itemCauses(_ list: [Cause]) -> String? {
    causes(list).map { text("主要原因是：\($0)。", "Main reasons: \($0).") }
  }

  /// Why an item changed, named where it is not the sentence's subject.
  func causes(of amount: ComparedAmount, _ list: [Cause]) -> String? {
    causes(list).map {
      text(
        "\(quoted(amount.name))变动的主要原因是：\($0)。",
        "Main reasons for the change of \(quoted(amount.name)): \($0).")
    }
  }

  func notes(_ notes: [String]) -> String? {
    notes.isEmpty ? nil : listed(notes.map(quoted)) + text("。", ".")
  }

  func fundExpenditure(
    _ source: FundingSource, _ amount: ComparedAmount, _ year: FiscalYear
  ) -> String {
    let name = NarrativeWording.name(source)
    let outturn = text(
      "\(year)年度\(name.zh)支出\(value(amount))",
      "Expenditure out of \(name.en) in \(year): \(value(amount))")
    return sentence(
      [outturn] + completion(amount) + [sinceLastYear(amount, year)].compactMap { $0 })
  }
}
