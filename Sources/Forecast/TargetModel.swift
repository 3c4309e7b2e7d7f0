import Analytics

/// How one target is forecast on one basis: the mixture of methods as fitted today, and how far
/// it is out.
struct TargetModel {
  let mixture: Mixture
  let intervals: IntervalModel
  private let horizon: Int
  private let methods: [any ForecastMethod]
  private let pooled: PooledForms
  /// Of each form; nil where it cannot be measured or has no share.
  private let pooledErrors: [PooledErrors?]
  /// Today's coefficients at horizon 1, by task.
  private let first: [FiscalTask: [Double]]
  /// How much of what came the limits have held.
  let coverage: Coverage?
  /// Whether the panel's own rows have a say in the coefficients.
  private let hasOwnRows: Bool
  private let isForced: Bool
  /// What is wrong with a year near the origin, or nil.
  private let recentBreak: PanelBreaks.Kind?
  /// The model of the nearest horizon before, from which limits are widened if they cannot be
  /// measured here.
  private let nearest: Nearest?

  /// Intervals that were measured at a shorter horizon.
  private struct Nearest {
    let intervals: IntervalModel
    let pooled: PooledErrors?
    let horizon: Int
  }

  static func methods(_ basis: Basis) -> [MethodName] {
    (basis == .budget ? [.budget] : []) + [.naive, .halfDrift, .damped, .pooled]
  }

  init(
    _ rolling: RollingOrigin, _ target: Target, _ basis: Basis, _ forecasters: [PooledForecaster],
    forced: MethodName?, earlier: TargetModel?
  ) {
    var names = Self.methods(basis)
    if let forced, forced != .mixture, !names.contains(forced), forced != .budget {
      names.append(forced)
    }
    pooled = PooledForms(
      forecasters, horizon: target.horizon, first: earlier?.first ?? [:],
      origins: RollingOrigin.origins
    ) { rolling.actuals(target, back: $0) }
    let outcomes = rolling.outcomes(target, basis, methods: names, pooled: pooled)
    mixture = Mixture(outcomes, basis, methods: names, forced: forced == .mixture ? nil : forced)
    intervals = IntervalModel(mixture.outcomes.joined(), method: mixture.place)
    methods = names.map { [pooled] name in
      name == .pooled
        ? Pooled(pooled.forecasts, basis) : rolling.local(name, target, back: -1)
    }
    horizon = target.horizon
    first =
      earlier?.first
      ?? Dictionary(
        pooled.forms.map { ($0.target.forecaster.task, $0.coefficients) },
        uniquingKeysWith: { a, _ in a })
    let share = mixture.share(.pooled)
    pooledErrors = pooled.forms.map { share > 0 ? $0.errors(share: share) : nil }
    coverage = Self.coverage(pooled.forms[0], share, mixture)
    hasOwnRows = pooled.forms[0].target.isMeasured
    isForced = forced != nil && forced != .mixture
    let panel = forecasters[0].panel
    recentBreak = panel.season.histories(target.stage).origin.flatMap {
      panel.breaks.recent(target.stage, at: $0)
    }
    nearest = earlier.flatMap(\.measured)
  }

  private static func coverage(
    _ form: PooledForm, _ share: Double, _ mixture: Mixture
  ) -> Coverage? {
    guard share > 0, let residuals = form.leaveOneOut?.residuals, !residuals.isEmpty else {
      return Coverage(mixture.outcomes, forecast: mixture.place)
    }
    return Coverage(
      residuals, share: share, horizon: form.target.horizon, prior: form.target.priorQuantiles)
  }

  private var measured: Nearest? {
    let errors = pooledErrors.lazy.compactMap(\.self).first
    guard intervals.isMeasured || errors != nil else { return nearest }
    return Nearest(intervals: intervals, pooled: errors, horizon: horizon)
  }

  /// The forecast before rounding, in hundredths of the currency unit.
  func forecast(_ question: Question) -> Double {
    let forecasts = methods.map { $0.forecast(question) }
    return mixture.mixed(forecasts) ?? question.past.lastValue ?? question.budget ?? 0
  }

  /// The limits of the error around the mean, and whether they had to be assumed.
  func limits(_ situation: Situation, _ spread: Spread) -> (limits: Limits, isAssumed: Bool) {
    if situation.status == .fallback(.insideRest) { return (.zero, false) }
    if let limits = pooledLimits(situation) ?? measuredLimits(situation, spread) {
      return (limits, false)
    }
    if situation.group == .allZero { return (.zero, false) }
    let question = situation.question
    let last =
      [question.past.lastValue, question.budget].compactMap(\.self).max { abs($0) < abs($1) } ?? 0
    return (.assumed(steps: question.steps, last: last), true)
  }

  /// Those of the pooled regression, for a line that has two values at least.
  private func pooledLimits(_ situation: Situation) -> Limits? {
    guard situation.group != .ended, situation.group != .allZero,
      let (form, row) = pooled.row(situation.question.line), row.observations >= 2
    else { return nil }
    if let errors = pooledErrors[form] {
      return errors.limits(volatility: row.volatility).scaled(by: row.scale)
    }
    guard mixture.share(.pooled) > 0, let nearest, let errors = nearest.pooled else { return nil }
    return errors.limits(volatility: row.volatility).scaled(by: row.scale * widening(nearest))
  }

  /// Those of past forecasts of lines like it, here or at a shorter horizon.
  private func measuredLimits(_ situation: Situation, _ spread: Spread) -> Limits? {
    if intervals.isMeasured, let limits = intervals.limits(situation.group, spread) {
      return limits
    }
    guard let nearest else { return nil }
    return nearest.intervals.limits(situation.group, spread)?.scaled(by: widening(nearest))
  }

  /// Errors grow with the root of the horizon.
  private func widening(_ nearest: Nearest) -> Double {
    (Double(horizon) / Double(nearest.horizon)).squareRoot()
  }

  func status(_ situation: Situation, isAssumed: Bool) -> Status {
    let status = situation.status == .local ? used : situation.status
    return isAssumed ? status.assumed : status
  }

  /// What a line with a history rests on.
  private var used: Status {
    if isForced { return .fallback(.forced) }
    if mixture.share(.pooled) == 0 { return .fallback(.anchorErrsLess) }
    if let recentBreak { return .pooledAfter(recentBreak) }
    return hasOwnRows ? .pooled : .pooledPrior
  }
}
