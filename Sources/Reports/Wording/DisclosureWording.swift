import Analytics

/// The titles of the thirteen published tables.
extension Bilingual {
  static let statement = Bilingual(zh: "收入支出决算总表", en: "Revenue and expenditure: summary")
  static let receipts = Bilingual(zh: "收入决算表", en: "Revenue")
  static let expenditure = Bilingual(zh: "支出决算表", en: "Expenditure")
  static let appropriationStatement = Bilingual(
    zh: "财政拨款收入支出决算总表", en: "Appropriations received and spent: summary")
  static let appropriationDetail = Bilingual(
    zh: "财政拨款支出决算明细表", en: "Expenditure out of appropriations by economic class")
  static let general = Bilingual(
    zh: "一般公共预算财政拨款支出决算表", en: "Expenditure out of the general public budget")
  static let generalDetail = Bilingual(
    zh: "一般公共预算财政拨款支出决算明细表",
    en: "Expenditure out of the general public budget by economic class")
  static let generalBasic = Bilingual(
    zh: "一般公共预算财政拨款基本支出决算表", en: "Basic expenditure out of the general public budget")
  static let generalProjects = Bilingual(
    zh: "一般公共预算财政拨款项目支出决算表", en: "Project expenditure out of the general public budget")
  static let governmentFunds = Bilingual(
    zh: "政府性基金预算财政拨款收入支出决算表", en: "Government funds: revenue and expenditure")
  static let stateCapital = Bilingual(
    zh: "国有资本经营预算财政拨款收入支出决算表", en: "State capital budget: revenue and expenditure")
  static let stateCapitalSpent = Bilingual(
    zh: "国有资本经营预算财政拨款支出决算表", en: "State capital budget: expenditure")
  static let publicExpenses = Bilingual(
    zh: "财政拨款“三公”经费支出决算表", en: "Three public expenses out of appropriations")
}

/// Words inside the published tables.
enum DisclosureWording {
  static let noData = Bilingual(zh: "本表无数据", en: "No data in this table")
  static let total = Bilingual(zh: "合计", en: "Total")
  static let revenueTotal = Bilingual(zh: "本年收入合计", en: "Revenue of the year")
  static let expenditureTotal = Bilingual(zh: "本年支出合计", en: "Expenditure of the year")
  static let grandTotal = Bilingual(zh: "总计", en: "Grand total")
  static let budgetRow = Bilingual(zh: "年初预算数", en: "Initial budget")
  static let revisedRow = Bilingual(zh: "全年预算数", en: "Revised budget")
  static let outturnRow = Bilingual(zh: "决算数", en: "Outturn")
  static let personnelTotal = Bilingual(zh: "人员经费", en: "Personnel")
  static let operatingTotal = Bilingual(zh: "公用经费", en: "Operating expenditure")
}

/// Columns of the published tables.
extension Column {
  static let line = Column(
    "line", .integer, "行次", "Line", "The line of the form; it tells rows apart.")
  static let revenueItem = Column(
    "revenue_item", .text, "收入项目", "Revenue item", "Where money came from.")
  static let revenueAmount = Column(
    "revenue", .amount, "收入决算数", "Revenue", "Received in the year.")
  static let expenditureItem = Column(
    "expenditure_item", .text, "支出项目", "Expenditure item",
    "What money was spent on, by functional class.")
  static let expenditureAmount = Column(
    "expenditure", .amount, "支出决算数", "Expenditure", "Spent in the year.")
  static let sourceOfFunds = Column(
    "source_of_funds", .text, "收入来源", "Source of funds", "Where money came from.")
  static let formSubject = Column(
    "subject", .text, "科目编码", "Subject", "The subject's code; blank for the total.")
  static let formSubjectName = Column(
    "subject_name", .text, "科目名称", "Subject name", "The subject's name.")
  static let economic = Column(
    "economic", .text, "经济分类科目编码", "Economic class", "The code; blank for totals.")
  static let economicName = Column(
    "economic_name", .text, "经济分类科目名称", "Economic class name", "The name.")
  static let project = Column(
    "project", .text, "项目编码", "Project", "The project's code; blank for the total.")
  static let projectName = Column(
    "project_name", .text, "项目名称", "Project name", "The project's name.")
  static let formTotal = Column("total", .amount, "合计", "Total", "All of the row.")
  static let basic = Column(
    "basic", .amount, "基本支出", "Basic expenditure", "Basic expenditure of the row.")
  static let projectAmount = Column(
    "project", .amount, "项目支出", "Project expenditure", "Project expenditure of the row.")
  static let personnel = Column(
    "personnel", .amount, "人员经费", "Personnel", "Personnel expenditure of the row.")
  static let operating = Column(
    "operating", .amount, "公用经费", "Operating expenditure", "Operating expenditure of the row.")
  static let formStage = Column("item", .text, "项目", "Item", "Which stage the row gives.")

  /// A column of a form for each part of the three public expenses.
  static let publicExpenses: [(role: String, column: Column)] = [
    ("three_public", formTotal),
    (
      "three_public.abroad",
      Column("abroad", .amount, "因公出国（境）费", "Travel abroad", "Travel abroad on duty.")
    ),
    (
      "three_public.vehicles",
      Column("vehicles", .amount, "公务用车购置及运行费小计", "Vehicles", "Official vehicles.")
    ),
    (
      "three_public.vehicles.purchase",
      Column("vehicle_purchase", .amount, "公务用车购置费", "Vehicle purchase", "Vehicles bought.")
    ),
    (
      "three_public.vehicles.running",
      Column(
        "vehicle_running", .amount, "公务用车运行费", "Vehicle running cost", "Vehicles in use.")
    ),
    (
      "three_public.reception",
      Column("reception", .amount, "公务接待费", "Receptions", "Receptions on duty.")
    ),
  ]

  /// Expenditure by class out of one budget.
  static func budget(_ source: FundingSource) -> Column {
    let name = NarrativeWording.name(source)
    return Column(
      source.rawValue, .amount, name.zh, name.en.sentenceCased, "Expenditure out of \(name.en).")
  }

  /// A column for each economic class; its title is data, and codes that Unicode holds equal are
  /// told apart by their place.
  static func economics(_ classes: [EconomicAmount]) -> [Column] {
    var taken: Set<String> = []
    return classes.enumerated().map { place, economic in
      let name = "economic_\(economic.code)"
      return Column(
        taken.insert(name).inserted ? name : "\(name)_\(place + 1)", .amount, economic.name,
        economic.name, "Expenditure of economic class \(economic.code).")
    }
  }
}

extension String {
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
