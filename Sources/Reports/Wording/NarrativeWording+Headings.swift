import Analytics

extension NarrativeWording {
  func title(_ year: FiscalYear) -> String {
    text("\(year)年度决算情况说明", "Final accounts for \(year): explanatory notes")
  }

  /// The unit of amounts, and why parts may miss their totals by a last digit.
  var preface: String {
    text(
      "金额单位：\(number.chineseUnit)。部分数据因四舍五入存在尾差。",
      "Amounts are in \(number.englishUnit). "
        + "Parts may differ from totals in the last digit because of rounding.")
  }

  var synthetic: String {
    text("本说明所依据的是合成数据，不是任何政府的数据。", "Made from synthetic data: no government's accounts.")
  }

  var noOutturn: String {
    text("账目中没有已公布的决算数，不生成决算情况说明。", "The accounts have no outturn of the whole to explain.")
  }

  /// `三、支出决算情况说明`, `3. Expenditure`
  func heading(_ place: Int, _ title: Bilingual) -> String {
    let title = title[number.language]
    return isChinese
      ? "\(NumberWording.chineseNumeral(place))、\(title)" : "\(place). \(title)"
  }

  /// `（二）…`, `(2) …`
  func subheading(_ place: Int, _ title: Bilingual) -> String {
    let title = title[number.language]
    return isChinese
      ? "（\(NumberWording.chineseNumeral(place))）\(title)" : "(\(place)) \(title)"
  }

  /// What a government's budget is called where money was appropriated out of it.
  static func name(_ source: FundingSource) -> Bilingual {
    switch source {
    case .general: Bilingual(zh: "一般公共预算财政拨款", en: "general public budget appropriations")
    case .governmentFunds:
      Bilingual(zh: "政府性基金预算财政拨款", en: "government fund appropriations")
    case .stateCapital:
      Bilingual(zh: "国有资本经营预算财政拨款", en: "state capital budget appropriations")
    }
  }

  /// The money that subjects are described of.
  func describedName(_ source: FundingSource?) -> String {
    source.map { NarrativeWording.name($0)[number.language] } ?? ""
  }

  static let overall = Bilingual(zh: "收入支出决算总体情况说明", en: "Revenue and expenditure overall")
  static let revenue = Bilingual(zh: "收入决算情况说明", en: "Revenue")
  static let expenditure = Bilingual(zh: "支出决算情况说明", en: "Expenditure")
  static let appropriations = Bilingual(
    zh: "财政拨款收入支出决算总体情况说明", en: "Appropriations received and spent")

  static func subjects(_ source: FundingSource?) -> Bilingual {
    guard let source else { return Bilingual(zh: "支出决算具体情况说明", en: "Expenditure by subject") }
    let name = name(source)
    return Bilingual(zh: "\(name.zh)支出决算情况说明", en: "Expenditure out of \(name.en)")
  }

  static func basic(_ source: FundingSource?) -> Bilingual {
    guard let source else { return Bilingual(zh: "基本支出决算情况说明", en: "Basic expenditure") }
    let name = name(source)
    return Bilingual(zh: "\(name.zh)基本支出决算情况说明", en: "Basic expenditure out of \(name.en)")
  }

  static let subjectsOverall = Bilingual(zh: "总体情况", en: "Overall")
  static let subjectsStructure = Bilingual(zh: "结构情况", en: "Structure")
  static let subjectsDetail = Bilingual(zh: "具体情况", en: "By subject")
  static let publicExpenses = Bilingual(
    zh: "财政拨款“三公”经费支出决算情况说明",
    en: "Travel abroad, official vehicles and receptions (the three public expenses)")
  static let publicExpensesOverall = Bilingual(zh: "总体情况说明", en: "Overall")
  static let publicExpensesDetail = Bilingual(zh: "具体情况说明", en: "In detail")

  static func fund(_ source: FundingSource) -> Bilingual {
    let name = name(source)
    return Bilingual(
      zh: String(name.zh.dropLast("财政拨款".count)) + "支出决算情况说明",
      en: "Expenditure out of \(name.en)")
  }

  static let otherMatters = Bilingual(zh: "其他重要事项的情况说明", en: "Other matters")
  static let runningCost = Bilingual(zh: "机关运行经费支出情况", en: "Running cost of offices")
  static let procurement = Bilingual(zh: "政府采购支出情况", en: "Public procurement")
  static let assets = Bilingual(zh: "国有资产占有使用情况", en: "State assets in use")
  static let performance = Bilingual(zh: "预算绩效管理情况", en: "Performance of the budget")
}
