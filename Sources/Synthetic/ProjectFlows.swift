/// A project of a unit.
struct SyntheticProject: Sendable {
  let code: String
  let name: String
  let subject: String
  let isRecurrent: Bool
  let fromYear: Int
  var toYear: Int?
  var total: Int64?
}

/// A known reason for an amount.
struct SyntheticAdjustment: Sendable {
  let year: Int
  let subject: String
  let stage: String
  let amount: Int64
  let kind: String
  let against: String
  let part: Flow.Kind
  var project: String?
  let recurs: String
  let reason: String
}

/// What a unit spends on projects: ordinary lines after `LineProcess`, and known events on them.
struct ProjectFlows {
  private let plan: SyntheticPlan
  private let unit: SyntheticUnit
  private let number: Int
  private let catalogue: SubjectCatalogue
  private(set) var flows: [Flow] = []
  private(set) var projects: [SyntheticProject] = []
  private(set) var adjustments: [SyntheticAdjustment] = []

  /// - Parameters:
  ///   - number: Of the unit.
  ///   - lineNumber: Counts the ordinary lines of all units; every so many is negative.
  init(
    _ plan: SyntheticPlan, _ unit: SyntheticUnit, number: Int, _ catalogue: SubjectCatalogue,
    lineNumber: inout Int
  ) {
    self.plan = plan
    self.unit = unit
    self.number = number
    self.catalogue = catalogue
    for code in unit.own { addOwn(code, &lineNumber) }
    for code in others { addLine(code, &lineNumber) }
    addEvents()
  }

  private var yearCount: Int { plan.years + 1 }

  private func random(_ code: String) -> SplitMix64 {
    SplitMix64(plan.seed, UInt64(number), UInt64(catalogue.place(of: code)!), 1)
  }

  /// Three real subjects that are not the unit's own, and its share of the made-up ones.
  private var others: [String] {
    var random = SplitMix64(plan.seed, UInt64(number), 2)
    let items = catalogue.projectItems
    var real = items.map { catalogue.subjects[$0].code }.filter {
      $0.first == "2" && !unit.own.contains($0)
    }
    var chosen: [String] = []
    while chosen.count < 3 && !real.isEmpty {
      chosen.append(real.remove(at: random.below(real.count)))
    }
    return chosen.sorted()
      + LineSample.places(items.count, &random).map { catalogue.subjects[items[$0]].code }.filter {
        $0.first != "2"
      }
  }

  // MARK: Lines

  private mutating func addOwn(_ code: String, _ lineNumber: inout Int) {
    switch catalogue.subjects[catalogue.place(of: code)!].role {
    case .contingency:
      let budget = (0..<yearCount).map { Int64(500_000_000 + 20_000_000 * $0) }
      let amounts = budget.indices.map {
        StageAmounts(
          budget: budget[$0], revised: $0 < plan.years ? 0 : nil,
          outturn: $0 < plan.years ? 0 : nil)
      }
      flows.append(Flow(code, .project, economic: nil, amounts: open(amounts)))
    case .interest:
      let amounts = (0..<yearCount).map { year -> StageAmounts in
        let due = Int64(800_000_000 + 45_000_000 * year)
        let paid = year < plan.years ? thousandths(985, of: due) : nil
        return StageAmounts(budget: due, revised: paid, outturn: paid)
      }
      flows.append(Flow(code, .project, economic: "30701", amounts: open(amounts)))
    case .reorganised where code == SubjectCatalogue.splitFrom && catalogue.hasSplit: addSplit(code)
    case .reorganised where code == SubjectCatalogue.mergedFrom && catalogue.hasMerger:
      addMerged(code)
    default: addLine(code, &lineNumber)
    }
  }

  private mutating func addLine(_ code: String, _ lineNumber: inout Int) {
    let isNegative = lineNumber % PanelFacts.linesPerNegative == 1
    lineNumber += 1
    let amounts = LineProcess.amounts(
      years: plan.years, random: random(code), isNegative: isNegative)
    let name = catalogue.subjects[catalogue.place(of: code)!].name
    addProjectLine(code, open(amounts), name: name + (isNegative ? "专项资金收回" : "专项经费"))
  }

  /// A recurrent project, bought as services and partly as equipment.
  private mutating func addProjectLine(_ code: String, _ amounts: [StageAmounts], name: String) {
    guard let first = amounts.firstIndex(where: { !$0.isBlank }) else { return }
    let project = "P\(unit.code)-\(projects.count + 1)"
    projects.append(
      SyntheticProject(
        code: project, name: name, subject: code, isRecurrent: true,
        fromYear: plan.firstYear + first))
    guard projects.count % 3 == 0 else {
      flows.append(
        Flow(code, .project, economic: "30227", project: project, amounts: amounts))
      return
    }
    let equipment = amounts.map { $0.map { thousandths(300, of: $0) } }
    let services = amounts.indices.map { amounts[$0] - equipment[$0] }
    for (economic, part) in [("30227", services), ("31002", equipment)] {
      flows.append(Flow(code, .project, economic: economic, project: project, amounts: part))
    }
  }

  private func open(_ amounts: [StageAmounts]) -> [StageAmounts] {
    amounts.indices.map { $0 >= unit.opens ? amounts[$0] : StageAmounts() }
  }

  // MARK: The reorganisation

  private mutating func addSplit(_ code: String) {
    let whole = LineProcess.amounts(years: plan.years, random: random(code), isLasting: true)
    let before = whole.indices.map { $0 < plan.splitIndex ? whole[$0] : StageAmounts() }
    let after = whole.indices.map { $0 < plan.splitIndex ? StageAmounts() : whole[$0] }
    let first = after.map { amounts in
      amounts.map { thousandths(SubjectCatalogue.splitInto[0].tenths * 100, of: $0) }
    }
    let second = after.indices.map { after[$0] - first[$0] }
    addProjectLine(code, before, name: "文化旅游专项经费")
    addProjectLine(SubjectCatalogue.splitInto[0].code, first, name: "文化活动专项经费")
    addProjectLine(SubjectCatalogue.splitInto[1].code, second, name: "旅游宣传专项经费")
  }

  private mutating func addMerged(_ code: String) {
    let amounts = LineProcess.amounts(years: plan.years, random: random(code), isLasting: true)
    let before = flows.count
    addProjectLine(code, amounts, name: "生态环境保护宣传专项经费")
    for index in before..<flows.count {
      for year in plan.mergeIndex..<yearCount {
        flows[index].subjects[year] = SubjectCatalogue.mergedInto
      }
    }
  }

  // MARK: Events

  private mutating func addEvents() {
    guard let line = flows.firstIndex(where: { $0.project != nil }) else { return }
    if number % 3 == 0 { addEndingProject(on: flows[line].subjects) }
    if number % 4 == 1 { addOneOff(to: line) }
  }

  /// A project of three years; it ends before the newest year, or runs on, as the unit has it.
  private mutating func addEndingProject(on subjects: [String]) {
    let start = min(plan.years - 1, max(unit.opens, 1 + number % max(1, plan.years - 2)))
    let code = "P\(unit.code)-Z1"
    let years = start..<min(start + 3, yearCount)
    var amounts = [StageAmounts](repeating: StageAmounts(), count: yearCount)
    var total: Int64 = 0
    for (place, year) in years.enumerated() {
      let budget = Int64(60_000_000 + 30_000_000 * place)
      let spent = year < plan.years ? thousandths(940 + 20 * place, of: budget) + 37 : nil
      amounts[year] = StageAmounts(
        budget: budget, revised: year < plan.years ? budget : nil, outturn: spent)
      total += spent ?? budget
    }
    var flow = Flow(subjects[0], .project, economic: "30213", project: code, amounts: amounts)
    flow.subjects = subjects
    flows.append(flow)
    projects.append(
      SyntheticProject(
        code: code, name: "办公用房维修改造（阶段性）", subject: subjects[start],
        isRecurrent: false, fromYear: plan.firstYear + start,
        toYear: plan.firstYear + start + 2, total: total))
  }

  /// Spent once, not budgeted for, in the last year but one.
  private mutating func addOneOff(to line: Int) {
    let year = plan.years - 2
    guard year >= unit.opens, flows[line].amounts[year].outturn != nil else { return }
    let amount: Int64 = 120_000_000 + Int64(number) * 1_234_567
    flows[line].amounts[year] += StageAmounts(budget: nil, revised: amount, outturn: amount)
    for (against, reason) in [("level", "防汛应急一次性支出"), ("budget", "追加防汛应急一次性支出")] {
      adjustments.append(
        SyntheticAdjustment(
          year: plan.firstYear + year, subject: flows[line].subjects[year], stage: "outturn",
          amount: amount, kind: against == "level" ? "one_off" : "one_off+supplement",
          against: against, part: .project, project: flows[line].project, recurs: "no",
          reason: reason))
    }
  }
}

/// Which of many subjects a unit uses: on the average one in `PanelFacts.subjectsPerLine`.
enum LineSample {
  static func places(_ count: Int, _ random: inout SplitMix64) -> [Int] {
    let mean = PanelFacts.subjectsPerLine
    var places: [Int] = []
    var place = random.below(mean)
    while place < count {
      places.append(place)
      place += random.from(1...(2 * mean - 1))
    }
    return places
  }
}
