import Analytics

/// Sections 一 to 四: the totals.
extension NarrativeWording {
  /// 收、支总计均为…
  func grandTotal(_ amount: Money, _ year: FiscalYear) -> String {
    text(
      "\(year)年度收、支总计均为\(number.amount(amount))。",
      "Total revenue and total expenditure of \(year) are each \(number.amount(amount)).")
  }

  func totals(_ revenue: Money?, _ expenditure: Money, _ year: FiscalYear) -> String {
    guard let revenue else {
      return text(
        "\(year)年度本年支出合计\(number.amount(expenditure))。",
        "Expenditure of \(year) is \(number.amount(expenditure)) in total.")
    }
    return text(
      "\(year)年度本年收入合计\(number.amount(revenue))，本年支出合计\(number.amount(expenditure))。",
      "Revenue of \(year) is \(number.amount(revenue)) and expenditure \(number.amount(expenditure)) "
        + "in total.")
  }

  /// 与…年度相比，…各增加…，增长…%; nil where the year before is not published.
  func comparison(_ subject: Bilingual, _ amount: ComparedAmount, _ year: FiscalYear) -> String? {
    guard let movement = movement(amount), let before = year.previous else { return nil }
    let name = subject[number.language]
    return text(
      "与\(before)年度相比，\(name)\(movement)。", "Compared with \(before), \(name) \(movement).")
  }

  /// …尚未报送…，不在合计之内；两个年度都不含…，支出合计增长…%
  func withoutLate(_ growth: GrowthWithoutLate, _ year: FiscalYear) -> String {
    let count = growth.names.count
    let others = count - growth.shownNames.count
    let names = growth.shownNames.map(quoted).joined(separator: text("、", ", "))
    let rest = others == 0 ? "" : text("等\(count)个单位", " and \(others) more")
    let late = text(
      "\(names)\(rest)的\(year)年度决算尚未报送，不在合计之内",
      "The totals of \(year) lack \(names)\(rest), whose accounts are late")
    guard let percent = growth.growthPct else { return late + text("。", ".") }
    let size = number.size(ofPercent: percent)
    let (isFall, them) = (percent.mantissa < 0, count == 1 ? "it" : "them")
    return late
      + text(
        "；两个年度都不含时，支出合计\(isFall ? "下降" : "增长")\(size)。",
        "; without \(them) in both years, expenditure \(isFall ? "fell" : "rose") by \(size).")
  }

  static let bothTotals = Bilingual(
    zh: "收、支总计各", en: "total revenue and total expenditure each")
  static let yearExpenditure = Bilingual(zh: "本年支出合计", en: "expenditure")
  static let yearRevenue = Bilingual(zh: "本年收入合计", en: "revenue")

  /// 其中：基本支出…，比上年增加…
  func kinds(_ kinds: [ComparedAmount]) -> String? {
    guard !kinds.isEmpty else { return nil }
    let clauses = kinds.map { kind in
      joined(
        [
          named(kindName(kind.code), kind), inYearChange(kind),
          difference(kind.change, from: NarrativeWording.lastOutturn),
        ].compactMap { $0 })
    }
    return text("其中：", "Of this: ") + listed(clauses) + text("。", ".")
  }

  func kindName(_ code: String) -> String {
    switch SpendingKind(rawValue: code) {
    case .basic: text("基本支出", "basic expenditure")
    case .personnel: text("人员经费", "personnel")
    case .operating: text("公用经费", "operating expenditure")
    case .project: text("项目支出", "project expenditure")
    case nil: code
    }
  }

  func mainCauses(_ list: [Cause], namingSubjects: Bool = true) -> String? {
    causes(list, namingSubjects: namingSubjects).map {
      text("主要变动原因是：\($0)。", "Main reasons: \($0).")
    }
  }

  func inYearCauses(_ list: [Cause]) -> String? {
    causes(list, namingSubjects: true).map {
      text(
        "决算数与年初预算数差异的主要原因是：\($0)。", "Main reasons why it differs from the initial budget: \($0).")
    }
  }

  func heads(_ net: PrintedNumber) -> String {
    let size = PrintedNumber(mantissa: abs(net.mantissa), decimals: net.decimals)
    let count = NumberWording.grouped(size)
    if net.mantissa == 0 {
      return text("全年人员增减相抵后净增0人。", "Joiners and leavers of the year balance.")
    }
    return net.mantissa > 0
      ? text("全年人员增减相抵后净增加\(count)人。", "Joiners less leavers of the year: \(count) more heads.")
      : text("全年人员增减相抵后净减少\(count)人。", "Joiners less leavers of the year: \(count) fewer heads.")
  }

  /// 本年收入合计…，其中：…，占…%；…
  func total(
    _ name: Bilingual, _ amount: Money, parts: [(String, ComparedAmount)], _ year: FiscalYear
  )
    -> String
  {
    let whole = text(
      "\(year)年度\(name.zh)\(number.amount(amount))",
      "In \(year), \(name.en) is \(number.amount(amount))")
    guard !parts.isEmpty else { return whole + text("。", ".") }
    let members = parts.map { name, part in
      joined([named(name, part), share(part)].compactMap { $0 })
    }
    return whole + text("，其中：", ", of which: ") + listed(members) + text("。", ".")
  }

  /// A source of receipts is called 收入 in Chinese.
  func receiptName(_ receipt: ComparedAmount) -> String {
    let name = quoted(receipt.name)
    return isChinese && !name.hasSuffix("收入") ? name + "收入" : name
  }

  var kindsNotGiven: String {
    text("账目未分列基本支出和项目支出。", "The accounts do not tell basic from project expenditure.")
  }

  /// 财政拨款收、支总计均为…
  func appropriations(
    received: Money?, spent: Money?, _ year: FiscalYear
  ) -> String {
    if let received, received == spent {
      return text(
        "\(year)年度财政拨款收、支总计均为\(number.amount(received))。",
        "Appropriations received and spent in \(year) are each \(number.amount(received)).")
    }
    let clauses = [
      received.map {
        text("财政拨款收入\(number.amount($0))", "appropriations received are \(number.amount($0))")
      },
      spent.map {
        text("财政拨款支出\(number.amount($0))", "\(number.amount($0)) was spent out of them")
      },
    ].compactMap { $0 }
    return text("\(year)年度", "In \(year), ") + joined(clauses) + text("。", ".")
  }

  var fundsNotGiven: String {
    text("账目未按经费来源分列支出。", "The accounts do not give expenditure by source of funds.")
  }

  static let appropriationTotals = Bilingual(
    zh: "财政拨款收、支总计各", en: "appropriations received and spent each")
  static let appropriationsSpent = Bilingual(zh: "财政拨款支出", en: "expenditure out of appropriations")
}
