import Analytics

/// Forecasts all lines for one target.
struct TargetProjector {
  private let season: Season
  private let target: Target
  private let lastDigit: Money
  private let known: KnownForecasts
  private let staffing: StaffingModel?
  private let models: [Basis: TargetModel]
  /// How far cost follows heads, by basis; empty without people.
  let responses: [Basis: HeadcountResponse]

  /// - Parameter earlier: The models of the horizon before, by basis.
  init(
    _ rolling: RollingOrigin, _ target: Target, _ forecasters: StageForecasters,
    _ options: ProjectionOptions, lastDigit: Money, known: KnownForecasts,
    staffing: StaffingModel?, earlier: [Basis: TargetModel]
  ) {
    season = rolling.season
    self.target = target
    self.lastDigit = lastDigit
    self.known = known
    self.staffing = staffing
    let scoresPast = options.scoresPast || !forecasters.isSeries || season.rule == .stage
    var models: [Basis: TargetModel] = [:]
    for (basis, model) in forecasters.models(target.horizon, after: earlier)
    where Self.occurs(basis, target, season) {
      models[basis] = TargetModel(
        rolling, target, basis, model, breaks: forecasters.breaks, scoresPast: scoresPast,
        forced: options.method, earlier: earlier[basis])
    }
    self.models = models
    responses = models.reduce(into: [:]) { [season] responses, entry in
      guard let staffing else { return }
      responses[entry.key] = PastPlans(staffing, season, target, entry.key)
        .response(entry.value.mixture)
    }
  }

  /// The models of this target, and of those before for a basis that it does not have.
  func models(after earlier: [Basis: TargetModel]) -> [Basis: TargetModel] {
    earlier.merging(models) { $1 }
  }

  var accuracy: [AccuracyRow] {
    models.flatMap { Accuracy(season, target, $0.key, $0.value.mixture, $0.value.coverage).rows }
  }

  private static func occurs(_ basis: Basis, _ target: Target, _ season: Season) -> Bool {
    guard basis == .budget else { return true }
    guard target.stage != .budget, season.stages.contains(.budget),
      let origin = season.histories(target.stage).origin
    else { return false }
    let place = origin + target.horizon
    return season.nodes.panel.lines.indices.contains {
      season.budget($0, at: place, for: target.stage) != nil
    }
  }

  func predict() -> [Prediction] {
    let lines = linePredictions()
    guard season.rule == .stage else { return lines }
    return lines + NodeSums(season.nodes, target, models.mapValues(\.mixture)).predictions(lines)
  }

  private func linePredictions() -> [Prediction] {
    let lines = season.nodes.panel.lines.indices
    let origins = lines.map { season.origin(target.stage, line: $0) }
    let situations = lines.map { line in
      origins[line].flatMap {
        Situation(
          season, line: line, stage: target.stage, origin: $0, horizon: target.horizon)
      }
    }
    let usual = Spread.usual(situations.lazy.compactMap { $0?.question.past })
    return lines.compactMap { line in
      guard let situation = situations[line], let origin = origins[line],
        let year = season.calendar.year(at: origin + target.horizon)
      else { return nil }
      return prediction(situation, year, usual)
    }
  }

  private func prediction(
    _ situation: Situation, _ year: FiscalYear, _ usual: Double
  ) -> Prediction? {
    guard let model = models[situation.basis] ?? models[.history] else { return nil }
    let question = situation.question
    let isGone = situation.group == .ended
    let plan = plan(situation, year)
    let reference = isGone ? 0 : model.forecast(question)
    let raw =
      plan.map { $0.applied(to: reference, situation.basis, response(situation.basis)) }
      ?? reference
    let canBeNegative = question.past.wasNegative || (question.budget ?? 0) < 0
    let known = known.of(question.line, target.stage, year) ?? plan?.known
    let mean = rounded(known?.mean ?? (canBeNegative ? raw : max(0, raw)))
    let limits = model.limits(situation, Spread(question.past, usual: usual))
    let usualLimits = limits.limits.shifted(by: Double(mean.cents))
    let around =
      (known?.limits
      ?? plan?.widened(usualLimits, around: Double(mean.cents)) ?? usualLimits).around(
        Double(mean.cents), canBeNegative: canBeNegative || mean < .zero)
    return Prediction(
      node: question.line, stage: target.stage, year: year, horizon: target.horizon,
      basis: situation.basis, mean: mean, limits: around,
      method: isGone || known != nil ? nil : model.mixture.name,
      observations: question.past.count,
      status: known?.status ?? plan.map { _ in .staffing }
        ?? model.status(situation, isAssumed: limits.isAssumed))
  }

  /// What people and rates say of a line, where past origins do not speak against it.
  private func plan(_ situation: Situation, _ year: FiscalYear) -> LinePlan? {
    let question = situation.question
    guard let staffing, let origin = season.histories(target.stage).origin,
      let from = season.calendar.year(at: origin),
      let plan = staffing.plan(question.line, target.stage, from: from, to: year)
    else { return nil }
    return plan.covered != nil || response(situation.basis).isUsed ? plan : nil
  }

  private func response(_ basis: Basis) -> HeadcountResponse {
    responses[basis] ?? responses[.history] ?? .none
  }

  /// To the last printed digit.
  private func rounded(_ amount: Double) -> Money {
    let digits = Money(rounding: amount / Double(lastDigit.cents))
    return Money(cents: digits.cents * lastDigit.cents)
  }
}
