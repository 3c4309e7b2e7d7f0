/// What a unit's staff costs: pay, running costs, and the contributions that follow from pay.
///
/// Each amount follows from heads and rates exactly, to the rounding of single cents, so that a
/// projection from heads and rates can find them again. Budgets know the heads at the opening of
/// the year; revised budgets and outturns know what moved.
struct PayrollFlows {
  private let plan: SyntheticPlan
  private let unit: SyntheticUnit
  private let roster: StaffRoster
  private let raises: [Int]
  private let has: (String) -> Bool
  private(set) var flows: [Flow] = []
  private var yearCount: Int { plan.years + 1 }

  /// Basic pay and allowances, and the bonus, by year.
  private var base: [StageAmounts] = []
  private var bonus: [StageAmounts] = []

  /// - Parameter raises: The pay rise of each year in thousandths, 0 for the first.
  init(
    _ plan: SyntheticPlan, _ unit: SyntheticUnit, _ roster: StaffRoster, raises: [Int],
    has: @escaping (String) -> Bool
  ) {
    self.plan = plan
    self.unit = unit
    self.roster = roster
    self.raises = raises
    self.has = has
    addPay()
    addRunning()
    addContributions()
    addPerHead()
  }

  // MARK: Pay

  private mutating func addPay() {
    var rates = roster.active.map(\.category.pay)
    var totals: [StageAmounts] = []
    for year in 0..<yearCount {
      for place in rates.indices { rates[place] += thousandths(raises[year], of: rates[place]) }
      totals.append(
        stages(year) { isBudget in
          zip(roster.active, rates).reduce(0) { sum, pair in
            let months = isBudget ? pair.0.opening(year) * 12 : pair.0.months[year]
            return sum + pair.1 * Int64(months) / 12
          }
        })
    }
    let basic = totals.map { $0.map { thousandths(StaffRates.basicPay, of: $0) } }
    let allowances = totals.map { $0.map { thousandths(StaffRates.allowances, of: $0) } }
    bonus = totals.indices.map { totals[$0] - basic[$0] - allowances[$0] }
    base = zip(basic, allowances).map { first, second in
      var sum = first
      sum += second
      return sum
    }
    add(unit.payroll, .personnel, "30101", basic)
    add(unit.payroll, .personnel, "30102", allowances)
    add(unit.payroll, .personnel, unit.form == .administrative ? "30103" : "30107", bonus)
  }

  private mutating func addRunning() {
    let total = (0..<yearCount).map { year in
      stages(year) { isBudget in
        roster.active.reduce(0) { sum, staff in
          let months = isBudget ? staff.opening(year) * 12 : staff.months[year]
          return sum + StaffRates.running * Int64(months) / 12
        }
      }
    }
    var rest = total
    for (economic, share) in StaffRates.runningShares {
      let part = total.map { $0.map { thousandths(share, of: $0) } }
      rest = rest.indices.map { rest[$0] - part[$0] }
      add(unit.payroll, .operating, economic, part)
    }
    add(unit.payroll, .operating, StaffRates.vehicles, rest)
  }

  // MARK: What follows from pay

  private mutating func addContributions() {
    let isAdministrative = unit.form == .administrative
    add("2080505", .personnel, "30108", pension)
    let annuity = share(StaffRates.annuity)
    add(
      "2080506", .personnel, "30109",
      annuity.indices.map { $0 >= min(2, plan.years - 1) ? annuity[$0] : StageAmounts() })
    add(
      isAdministrative ? "2101101" : "2101102", .personnel, "30110", share(StaffRates.health))
    add("2089999", .personnel, "30112", share(StaffRates.otherInsurance))
    add("2210201", .personnel, "30113", share(StaffRates.housingFund))
  }

  private func share(_ rate: Int) -> [StageAmounts] {
    base.map { $0.map { thousandths(rate, of: $0) } }
  }

  /// Without the bonus, until the base is widened; the budget of that year does not know it yet.
  private var pension: [StageAmounts] {
    base.indices.map { year in
      var stages = base[year]
      if year >= plan.mergeIndex {
        let widened = bonus[year]
        if year > plan.mergeIndex { stages.budget = stages.budget.map { $0 + widened.budget! } }
        stages.revised = stages.revised.map { $0 + widened.revised! }
        stages.outturn = stages.outturn.map { $0 + widened.outturn! }
      }
      return stages.map { thousandths(StaffRates.pension, of: $0) }
    }
  }

  // MARK: Per head and per event

  private mutating func addPerHead() {
    let isAdministrative = unit.form == .administrative
    if isAdministrative {
      add("2101103", .personnel, "30111", (0..<yearCount).map(medicalSubsidy))
    }
    add(
      isAdministrative ? "2080501" : "2080502", .personnel, "30302",
      (0..<yearCount).map { year in
        stages(year) { isBudget in
          let retired = roster.retired
          return StaffRates.retiree
            * Int64(isBudget ? retired.opening(year) * 12 : retired.months[year])
        }
      })
    let deaths = (0..<yearCount).map { year -> StageAmounts in
      let amount = StaffRates.deathBenefit * Int64(isClosed(year) ? roster.deaths(year) : 0)
      return amount == 0
        ? StageAmounts() : StageAmounts(budget: nil, revised: amount, outturn: amount)
    }
    if deaths.contains(where: { !$0.isBlank }) { add("2080801", .personnel, "30304", deaths) }
  }

  /// Raised in the middle of a year whose budget does not know it yet.
  private func medicalSubsidy(_ year: Int) -> StageAmounts {
    let rates = StaffRates.medicalSubsidy
    return stages(year) { isBudget in
      let all = roster.active.reduce(0) {
        $0 + (isBudget ? $1.opening(year) * 12 : $1.months[year])
      }
      let later = roster.active.reduce(0) { $0 + $1.laterMonths[year] }
      if year < plan.rateIndex || (isBudget && year == plan.rateIndex) {
        return rates.before * Int64(all) / 12
      }
      if year > plan.rateIndex { return rates.after * Int64(all) / 12 }
      return (rates.before * Int64(all - later) + rates.after * Int64(later)) / 12
    }
  }

  // MARK: Stages

  private func isClosed(_ year: Int) -> Bool { year >= unit.opens && year < plan.years }

  private func stages(_ year: Int, _ amount: (_ isBudget: Bool) -> Int64) -> StageAmounts {
    guard year >= unit.opens else { return StageAmounts() }
    let spent = isClosed(year) ? amount(false) : nil
    return StageAmounts(budget: amount(true), revised: spent, outturn: spent)
  }

  private mutating func add(
    _ subject: String, _ kind: Flow.Kind, _ economic: String, _ amounts: [StageAmounts]
  ) {
    guard has(subject) else { return }
    flows.append(Flow(subject, kind, economic: economic, amounts: amounts))
  }
}
