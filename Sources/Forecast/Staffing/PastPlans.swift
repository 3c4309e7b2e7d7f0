import Analytics

/// What plans would have said at past origins of a target, to learn how far cost follows heads.
struct PastPlans {
  private let model: StaffingModel
  private let season: Season
  private let target: Target
  private let basis: Basis

  init(_ model: StaffingModel, _ season: Season, _ target: Target, _ basis: Basis) {
    self.model = model
    self.season = season
    self.target = target
    self.basis = basis
  }

  func response(_ mixture: Mixture) -> HeadcountResponse {
    let naive = mixture.methods.firstIndex(of: .naive)
    let cases = mixture.outcomes.map { outcomes in
      outcomes.compactMap { `case`($0, mixture.place, naive) }
    }
    return HeadcountResponse(cases, prior: prior, isFirm: isFirm)
  }

  private var isDated: Bool { !model.dataset.movements.isEmpty }

  /// A budget that is drafted must hold the people who are registered, whether or not earlier
  /// budgets did.
  private var isFirm: Bool { isDated && target.stage == .budget }

  /// Dated movements move cost with them, year-end headcounts by half (payroll lines of public
  /// panels). An adopted budget knows its people. Of a budget to come history knows year-end
  /// headcounts, which sees how this year's outturn differs from its budget, and no dated movement.
  private var prior: [Double] {
    let usual = basis == .budget ? 0 : isDated ? 1 : target.stage == .budget ? 0 : 0.5
    return [usual, usual]
  }

  private func `case`(
    _ outcome: Outcome, _ place: Int, _ naive: Int?
  ) -> HeadcountResponse.Case? {
    guard model.staffedLine(outcome.line) != nil, let trend = outcome.forecasts[place],
      let from = season.calendar.year(at: outcome.origin),
      let to = season.calendar.year(at: outcome.origin + target.horizon),
      let plan = model.plan(outcome.line, target.stage, from: from, to: to), plan.covered == nil
    else { return nil }
    return HeadcountResponse.Case(
      line: outcome.line, last: naive.flatMap { outcome.forecasts[$0] } ?? plan.last,
      actual: outcome.actual, trend: trend,
      reference: plan.applied(to: trend, basis, HeadcountResponse.none),
      fullYear: plan.response(.fullYear),
      headcount: model.roster.hasPlan ? plan.response(.headcount) : 0,
      spread: outcome.spread.scale * outcome.spread.volatility)
  }
}
