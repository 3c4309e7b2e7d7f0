import Analytics

/// How one target is forecast on one basis: the mixture of methods as fitted today, and how far
/// it is out.
struct TargetModel {
  let mixture: Mixture
  let intervals: IntervalModel
  private let horizon: Int
  private let methods: [any ForecastMethod]
  private let pooledErrors: PooledErrors?
  /// How much of what came the limits have held.
  let coverage: Coverage?
  /// Whether the panel's own rows have a say in the coefficients.
  private let hasOwnRows: Bool
  private let isForced: Bool
  /// What is wrong with a year near the origin, or nil.
  private let recentBreak: PanelBreaks.Kind?
  private let rows: CurrentRows
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
    _ rolling: RollingOrigin, _ target: Target, _ basis: Basis, _ forecaster: PooledForecaster,
    forced: MethodName?, earlier: TargetModel?
  ) {
    var names = Self.methods(basis)
    if let forced, forced != .mixture, !names.contains(forced), forced != .budget {
      names.append(forced)
    }
    let pooled = forecaster.target(target.horizon)
    let outcomes = rolling.outcomes(target, basis, methods: names, pooled: pooled)
    mixture = Mixture(outcomes, basis, methods: names, forced: forced == .mixture ? nil : forced)
    intervals = IntervalModel(mixture.outcomes.joined(), method: mixture.place)
    rows = forecaster.current(target.horizon)
    let leaveOneOut = pooled.leaveOneOut
    let coefficients = pooled.coefficients(leaveOneOut)
    methods = names.map { [rows] name in
      name == .pooled
        ? Pooled(rows.forecasts(coefficients), basis) : rolling.local(name, target, back: -1)
    }
    horizon = target.horizon
    let share = mixture.share(.pooled)
    let residuals = leaveOneOut?.residuals ?? []
    pooledErrors =
      share > 0
      ? PooledErrors(
        residuals, share: share, origins: pooled.sample.origins.count,
        prior: pooled.priorQuantiles, volatilities: rows.volatilities) : nil
    coverage =
      pooledErrors == nil || residuals.isEmpty
      ? Coverage(mixture.outcomes, forecast: mixture.place)
      : Coverage(residuals, share: share, prior: pooled.priorQuantiles)
    hasOwnRows = pooled.isMeasured
    isForced = forced != nil && forced != .mixture
    let panel = forecaster.panel
    recentBreak = panel.season.histories(target.stage).origin.flatMap {
      panel.breaks.recent(target.stage, at: $0)
    }
    nearest = earlier.flatMap(\.measured)
  }

  private var measured: Nearest? {
    guard intervals.isMeasured || pooledErrors != nil else { return nearest }
    return Nearest(intervals: intervals, pooled: pooledErrors, horizon: horizon)
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
      let row = rows.row(situation.question.line), row.observations >= 2
    else { return nil }
    let volatility = row.volatility
    if let pooledErrors {
      return pooledErrors.limits(volatility: volatility).scaled(by: row.scale)
    }
    guard mixture.share(.pooled) > 0, let nearest, let pooled = nearest.pooled else { return nil }
    return pooled.limits(volatility: volatility).scaled(by: row.scale * widening(nearest))
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
