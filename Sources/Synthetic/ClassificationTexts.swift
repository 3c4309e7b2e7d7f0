/// The tables that do not depend on amounts: classifications, rates and what is planned.
struct ClassificationTexts {
  let plan: SyntheticPlan
  let catalogue: SubjectCatalogue
  let units: [SyntheticUnit]

  private static let source = "合成"

  func text(_ table: SyntheticTable) -> [UInt8] {
    var text = CSVText()
    switch table {
    case .units: addUnits(&text)
    case .subjects: addSubjects(&text)
    case .economics:
      for (code, name, role) in ClassificationTexts.economics {
        text.row(code, name, code.utf8.count == 3 ? "" : String(code.prefix(3)), role)
      }
    case .categories: addCategories(&text)
    case .rates: addRates(&text)
    case .crosswalk: addCrosswalk(&text)
    case .ceilings: addCeilings(&text)
    case .assumptions: addAssumptions(&text)
    default: preconditionFailure("\(table) has rows of units")
    }
    return text.bytes
  }

  static let tables: [SyntheticTable] = [
    .units, .subjects, .economics, .categories, .rates, .crosswalk, .ceilings, .assumptions,
  ]

  private var nextYear: String { "\(SyntheticPlan.newestYear + 1)" }

  private func year(_ index: Int) -> String { "\(plan.firstYear + index)" }

  // MARK: Classifications

  private func addUnits(_ text: inout CSVText) {
    for unit in units {
      let type = unit.isParent ? "部门" : unit.form.rawValue
      text.row(unit.code, unit.name, unit.parent ?? "", type)
      if let former = unit.former { text.row(former.code, former.name, "", type) }
    }
  }

  private func addSubjects(_ text: inout CSVText) {
    for subject in catalogue.subjects {
      var (from, to) = ("", "")
      if catalogue.hasSplit && !plan.linesOnly {
        if subject.code == SubjectCatalogue.splitFrom { to = year(plan.splitIndex - 1) }
        if SubjectCatalogue.splitInto.contains(where: { $0.code == subject.code }) {
          from = year(plan.splitIndex)
        }
      }
      if catalogue.hasMerger && !plan.linesOnly && subject.code == SubjectCatalogue.mergedFrom {
        to = year(plan.mergeIndex - 1)
      }
      let hasRole = subject.role == .contingency || subject.role == .interest
      text.row(
        subject.code, subject.name, subject.parent ?? "", from, to,
        hasRole ? subject.role.rawValue : "", plan.linesOnly ? "" : subject.staffing)
    }
  }

  private func addCategories(_ text: inout CSVText) {
    for category in StaffCategory.all {
      text.row(
        category.code, category.name, category.group, printed(Int64(category.progression)),
        category.countsAsHead ? "yes" : "no")
    }
  }

  // MARK: Rates

  private func addRates(_ text: inout CSVText) {
    let start = "\(year(0))-01"
    func add(
      _ subject: String, _ category: String = "*", kind: String = "personnel",
      from: String, to: String = "", paidFrom: String = "", _ basis: String, _ value: String
    ) {
      guard catalogue.has(subject) else { return }
      text.row(
        subject, category, kind, from, to, paidFrom, basis, value, ClassificationTexts.source)
    }
    func perCent(_ rate: Int) -> String { printed(Int64(rate) * 10) }
    let pay = "percent_of:30101+30102"
    add(
      "2080505", from: start, to: "\(year(plan.mergeIndex - 1))-12", pay,
      perCent(StaffRates.pension))
    add(
      "2080505", from: "\(year(plan.mergeIndex))-01", pay + "+30103+30107",
      perCent(StaffRates.pension))
    add(
      "2080506", from: "\(year(min(2, plan.years - 1)))-01", pay, perCent(StaffRates.annuity))
    add("2101101", from: start, pay, perCent(StaffRates.health))
    add("2101102", from: start, pay, perCent(StaffRates.health))
    add("2089999", from: start, pay, perCent(StaffRates.otherInsurance))
    add("2210201", from: start, pay, perCent(StaffRates.housingFund))
    let subsidy = StaffRates.medicalSubsidy
    let change = year(plan.rateIndex)
    add(
      "2101103", from: start, to: "\(change)-0\(StaffRates.medicalSubsidyFrom - 1)",
      "per_head_year", printed(subsidy.before))
    add(
      "2101103", from: "\(change)-0\(StaffRates.medicalSubsidyFrom)",
      paidFrom: "\(change)-0\(StaffRates.medicalSubsidyPaidFrom)", "per_head_year",
      printed(subsidy.after))
    for subject in ["2080501", "2080502"] {
      add(
        subject, StaffCategory.retired.code, from: start, "per_head_month",
        printed(StaffRates.retiree))
    }
    add(
      "2080801", StaffCategory.retired.code, from: start, "per_event:death",
      printed(StaffRates.deathBenefit))
    for subject in catalogue.subjects where subject.role == .payroll {
      add(
        subject.code, kind: "operating", from: start, "per_head_year",
        printed(StaffRates.running))
    }
  }

  // MARK: What changes and what is planned

  private func addCrosswalk(_ text: inout CSVText) {
    let source = "合成：机构改革"
    if catalogue.hasSplit {
      for (code, tenths) in SubjectCatalogue.splitInto {
        text.row(
          SubjectCatalogue.splitFrom, code, "", "", year(plan.splitIndex), "0.\(tenths)", source)
      }
    }
    if catalogue.hasMerger {
      text.row(
        SubjectCatalogue.mergedFrom, SubjectCatalogue.mergedInto, "", "", year(plan.mergeIndex),
        "1", source)
    }
    for unit in units {
      guard let former = unit.former else { continue }
      text.row("", "", former.code, unit.code, year(plan.renameIndex), "1", source)
    }
  }

  private func addCeilings(_ text: inout CSVText) {
    for ceiling in CeilingTexts(plan, catalogue, units).rows {
      text.row(
        "\(ceiling.year)", "budget", ceiling.unit, ceiling.subject, ceiling.kind, ceiling.role,
        ceiling.rule, ceiling.amount, ceiling.ofLast, ceiling.reason, ClassificationTexts.source)
    }
  }

  private func addAssumptions(_ text: inout CSVText) {
    text.row(nextYear, "", "personnel", "3.5", "基本工资标准调整", ClassificationTexts.source)
    text.row(nextYear, "", "operating", "0", "公用经费定额不变", ClassificationTexts.source)
    text.row(nextYear, "", "project", "1.5", "服务价格上涨", ClassificationTexts.source)
  }

  private static let economics: [(String, String, String)] = [
    ("301", "工资福利支出", ""), ("30101", "基本工资", ""), ("30102", "津贴补贴", ""),
    ("30103", "奖金", ""), ("30107", "绩效工资", ""),
    ("30108", "机关事业单位基本养老保险缴费", ""), ("30109", "职业年金缴费", ""),
    ("30110", "职工基本医疗保险缴费", ""), ("30111", "公务员医疗补助缴费", ""),
    ("30112", "其他社会保障缴费", ""), ("30113", "住房公积金", ""),
    ("302", "商品和服务支出", ""), ("30201", "办公费", ""), ("30211", "差旅费", ""),
    ("30213", "维修（护）费", ""), ("30217", "公务接待费", "three_public.reception"),
    ("30227", "委托业务费", ""), ("30231", "公务用车运行维护费", "three_public.vehicles.running"),
    ("303", "对个人和家庭的补助", ""), ("30302", "退休费", ""), ("30304", "抚恤金", ""),
    ("307", "债务利息及费用支出", ""), ("30701", "国内债务付息", ""),
    ("310", "资本性支出", ""), ("31002", "办公设备购置", ""),
  ]
}
