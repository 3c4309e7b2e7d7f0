import Analytics

/// Forecasts all lines for one target.
struct TargetProjector {
  private let season: Season
  let target: Target
  private let known: KnownForecasts
  private let staffing: StaffingModel?
  private let models: [Basis: TargetModel]
  /// How lines come to their forecasts, and what is known of them.
  private(set) var ways: LineWays
  /// What is expected of lines whose forecast is known.
  private(set) var references = References()
  /// How far cost follows heads, by basis; empty without people.
  let responses: [Basis: HeadcountResponse]

  /// - Parameters:
  ///   - earlier: What the models of the horizon before hand on, by basis.
  ///   - ways: Those of the horizon before.
  init(
    _ rolling: RollingOrigin, _ target: Target, _ forecasters: StageForecasters,
    _ options: ProjectionOptions, known: KnownForecasts, staffing: StaffingModel?,
    earlier: [Basis: EarlierModel], after ways: LineWays
  ) {
    season = rolling.season
    self.target = target
    self.known = known
    self.ways = ways.next
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

  /// What the models of this target hand on, and of those before for a basis that it does not
  /// have.
  func handedOn(after earlier: [Basis: EarlierModel]) -> [Basis: EarlierModel] {
    earlier.merging(models.mapValues(\.handedOn)) { $1 }
  }

  var accuracy: [AccuracyRow] {
    models.flatMap { Accuracy(season, target, $0.key, $0.value.mixture, $0.value.coverage).rows }
  }

  /// The errors of forecasts that were reconciled at past origins.
  func accuracy(_ reconciled: [Basis: Mixture]) -> [AccuracyRow] {
    reconciled.flatMap {
      Accuracy(season, target, $0.key, $0.value, nil, isReconciled: true).rows
    }
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

  /// The forecast of every line, before reconciliation.
  mutating func lineForecasts() -> [LineForecast] {
    let lines = season.nodes.panel.lines.indices
    let origins = lines.map { season.origin(target.stage, line: $0) }
    let situations = lines.map { line in
      origins[line].flatMap {
        Situation(
          season, line: line, stage: target.stage, origin: $0, horizon: target.horizon)
      }
    }
    let usual = Spread.usual(situations.lazy.compactMap { $0?.question.past })
    var forecasts: [LineForecast] = []
    forecasts.reserveCapacity(lines.count)  // no more: they are large
    for line in lines {
      guard let situation = situations[line], let origin = origins[line],
        let year = season.calendar.year(at: origin + target.horizon),
        let from = season.calendar.year(at: origin),
        let forecast = forecast(situation, from: from, to: year, usual)
      else { continue }
      forecasts.append(forecast)
    }
    return forecasts
  }

  private mutating func forecast(
    _ situation: Situation, from origin: FiscalYear, to year: FiscalYear, _ usual: Double
  ) -> LineForecast? {
    guard let model = models[situation.basis] ?? models[.history] else { return nil }
    let question = situation.question
    let isGone = situation.group == .ended
    let way =
      isGone ? nil : ways.way(situation, target.stage, year) { model.way(question) }
    let changed = way.flatMap { $0.isChanged ? $0.way.forecast : nil }
    let canBeNegative = question.past.wasNegative || (question.budget ?? 0) < 0
    func cut(_ amount: Double) -> Double { canBeNegative ? amount : max(0, amount) }
    let learned = isGone ? 0 : cut(model.forecast(question))
    let own = changed.map(cut) ?? learned
    let plan = plan(situation, from: origin, to: year)
    let known =
      known.of(question.line, target.stage, year)
      ?? plan?.forecast(
        from: own, way?.way ?? Way(), situation.basis, response(situation.basis),
        canBeNegative: canBeNegative)
    let base = known?.mean ?? own
    ways.take(question.line, way, endingAt: own, known)
    let spread = Spread(question.past, usual: usual)
    let limits = model.limits(situation, spread)
    let isStill = isGone || situation.group == .allZero || situation.isInsideRest
    if known != nil {
      let around = limits.limits.shifted(by: own).around(own, canBeNegative: canBeNegative)
      references.add(
        Reference(mean: own, limits: around), of: question.line, target.stage, year)
    }
    let isEnded = known == nil && way?.isEnded == true
    return LineForecast(
      node: question.line, stage: target.stage, year: year, horizon: target.horizon,
      basis: situation.basis, base: base, knownChange: base - learned,
      limits: known?.limits?.shifted(by: -base)
        ?? plan?.limits(limits.limits, response(situation.basis)) ?? limits.limits,
      method: isGone || known != nil ? nil : model.mixture.name,
      observations: question.past.count,
      status: known?.status ?? (isEnded ? .projectEnded : nil)
        ?? model.status(situation, isAssumed: limits.isAssumed),
      group: situation.group, spread: isStill ? 0 : spread.scale * spread.volatility,
      isKnown: known != nil || isEnded, canBeNegative: canBeNegative)
  }

  /// What people and rates say of a line, where past origins do not speak against it. A budget is
  /// costed only where they move it.
  private func plan(
    _ situation: Situation, from origin: FiscalYear, to year: FiscalYear
  ) -> LinePlan? {
    let line = situation.question.line
    guard let plan = staffing?.plan(line, target.stage, from: origin, to: year) else {
      return nil
    }
    let response = response(situation.basis)
    if target.stage == .budget && plan.isIdle(response) { return nil }
    return plan.covered != nil || response.isUsed ? plan : nil
  }

  private func response(_ basis: Basis) -> HeadcountResponse {
    responses[basis] ?? responses[.history] ?? .none
  }

  /// What was forecast at past origins, by origin back from the newest: on the budget where one
  /// was adopted.
  var pasts: [[PastForecast]] {
    (0..<RollingOrigin.origins).map { back in
      var byLine = [PastForecast?](repeating: nil, count: season.nodes.panel.lines.count)
      for basis in Basis.allCases {
        guard let mixture = models[basis]?.mixture, mixture.outcomes.indices.contains(back) else {
          continue
        }
        for outcome in mixture.outcomes[back] {
          byLine[outcome.line] = PastForecast(outcome, basis, mixture)
        }
      }
      return byLine.compactMap(\.self)
    }
  }

  /// How far forecasts have been out, by basis.
  var mixtures: [Basis: Mixture] { models.mapValues(\.mixture) }
}

extension PastForecast {
  fileprivate init?(_ outcome: Outcome, _ basis: Basis, _ mixture: Mixture) {
    guard let forecast = outcome.forecasts[mixture.place] else { return nil }
    let isGone = outcome.group == .ended
    let isStill = isGone || outcome.group == .allZero
    self.init(
      node: outcome.line, basis: basis,
      base: isGone ? 0 : outcome.canBeNegative ? forecast : max(0, forecast),
      actual: outcome.actual, group: outcome.group,
      spread: isStill ? 0 : outcome.spread.scale * outcome.spread.volatility,
      canBeNegative: outcome.canBeNegative)
  }
}
