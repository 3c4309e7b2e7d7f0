/// All that one unit without parts has: its money, its staff, its projects.
struct UnitBook {
  let unit: SyntheticUnit
  let flows: [Flow]
  let roster: StaffRoster
  let projects: [SyntheticProject]
  let adjustments: [SyntheticAdjustment]

  init(
    _ plan: SyntheticPlan, _ unit: SyntheticUnit, number: Int, _ catalogue: SubjectCatalogue,
    raises: [Int], lineNumber: inout Int
  ) {
    let isLent = plan.years > 2 && unit.parent != nil  // from a bureau's third part to its second
    let roster = StaffRoster(
      unit.form, years: plan.years,
      lends: isLent && unit.code.hasSuffix("003") ? plan.years - 2 : nil,
      takes: isLent && unit.code.hasSuffix("002") ? plan.years - 2 : nil,
      random: SplitMix64(plan.seed, UInt64(number), 3))
    let payroll = PayrollFlows(plan, unit, roster, raises: raises, has: catalogue.has)
    let projects = ProjectFlows(
      plan, unit, number: number, catalogue, lineNumber: &lineNumber)
    self.unit = unit
    self.roster = roster
    self.projects = projects.projects
    flows = (payroll.flows + projects.flows).map { UnitBook.published($0, plan, unit) }
    adjustments =
      projects.adjustments.filter { !unit.isLate || $0.year < SyntheticPlan.newestYear }
      + UnitBook.staffAdjustments(flows, plan, unit)
  }

  /// A late unit has published nothing for the newest year and the one to come.
  private static func published(
    _ flow: Flow, _ plan: SyntheticPlan, _ unit: SyntheticUnit
  ) -> Flow {
    guard unit.isLate else { return flow }
    var flow = flow
    for year in (plan.years - 1)...plan.years { flow.amounts[year] = StageAmounts() }
    return flow
  }

  /// The reasons for what the budgets of contributions and benefits did not know.
  private static func staffAdjustments(
    _ flows: [Flow], _ plan: SyntheticPlan, _ unit: SyntheticUnit
  ) -> [SyntheticAdjustment] {
    flows.flatMap { flow -> [SyntheticAdjustment] in
      flow.amounts.indices.flatMap { year -> [SyntheticAdjustment] in
        guard let outturn = flow.amounts[year].outturn, outturn != 0 else { return [] }
        let excess = outturn - (flow.amounts[year].budget ?? 0)
        func because(_ kind: String, _ against: String, recurs: String, _ reason: String)
          -> SyntheticAdjustment
        {
          SyntheticAdjustment(
            year: plan.firstYear + year, subject: flow.subjects[year], stage: "outturn",
            amount: excess, kind: kind, against: against, part: .personnel, recurs: recurs,
            reason: reason)
        }
        switch flow.economic {
        case "30304":
          return [
            because("irregular", "level", recurs: "no", "退休人员去世一次性抚恤金"),
            because("irregular", "budget", recurs: "no", "追加退休人员去世一次性抚恤金"),
          ]
        case "30108" where year == plan.mergeIndex:
          return [because("policy+headcount", "budget", recurs: "yes", "绩效奖金纳入养老保险缴费基数，并受人员变动影响")]
        case "30111" where year == plan.rateIndex:
          return [
            because(
              "rate+headcount", "budget", recurs: "yes",
              "公务员医疗补助标准由每人每年800元提高到1200元，自7月起执行，9月起补发，并受人员变动影响")
          ]
        default: return []
        }
      }
    }
  }

}

extension SyntheticUnit {
  /// The code under which each year is published, the year to come last.
  func codes(_ plan: SyntheticPlan) -> [String] {
    (0...plan.years).map { former != nil && $0 < plan.renameIndex ? former!.code : code }
  }

  /// The year numbers of which the unit has published something.
  func published(_ plan: SyntheticPlan) -> Range<Int> {
    opens..<(isLate ? plan.years - 1 : plan.years + 1)
  }
}
