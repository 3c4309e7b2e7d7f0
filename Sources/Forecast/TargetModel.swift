import Analytics

/// How one target is forecast on one basis: the mixture of methods as fitted today, and how far
/// it is out.
struct TargetModel {
  let model: any SharedModel
  let mixture: Mixture
  let intervals: IntervalModel
  /// How much of what came the limits have held.
  let coverage: Coverage?
  private let horizon: Int
  private let methods: [any ForecastMethod]
  /// Those of the methods that say how they come to their forecasts.
  private let explained: [(any ExplainedMethod)?]
  /// Of the shared model; nil where it cannot be measured or has no share.
  private let lineLimits: (any LineLimits)?
  private let isForced: Bool
  /// What is wrong with a year near the origin, or nil.
  private let recentBreak: PanelBreaks.Kind?
  /// The model of the nearest horizon before, from which limits are widened if they cannot be
  /// measured here.
  private let nearest: EarlierModel.Intervals?

  /// - Parameters:
  ///   - scoresPast: Whether past origins are looked at.
  ///   - forced: One method for all, instead of the mixture.
  ///   - earlier: What the model of the horizon before hands on.
  init(
    _ rolling: RollingOrigin, _ target: Target, _ basis: Basis, _ model: any SharedModel,
    breaks: PanelBreaks, scoresPast: Bool, forced: MethodName?, earlier: EarlierModel?
  ) {
    let forced = forced == .mixture ? nil : forced
    let names = Self.methods(basis, model, forced)
    let outcomes =
      scoresPast
      ? rolling.outcomes(target, basis, methods: names) { method, back in
        model.methods.contains(method) ? model.forecasts(method, back: back) : nil
      } : []
    let shares = model.shares(outcomes, names)
    mixture = Mixture(consume outcomes, methods: names, shares: shares, forced: forced)
    intervals = IntervalModel(mixture.outcomes.joined(), method: mixture.place)
    methods = names.map { [mixture] name in
      if model.methods.contains(name) {
        return Pooled(name, model.forecasts(name), basis) {
          name == .pooled ? model.change($0) : nil
        }
      }
      let isUsed = mixture.share(name) > 0 || name == .budget
      return isUsed ? rolling.local(name, target) : Naive()  // what has no share is not asked
    }
    explained = methods.map { $0 as? any ExplainedMethod }
    let share = model.methods.reduce(0) { [mixture] in $0 + mixture.share($1) }
    lineLimits = share > 0 ? model.lineLimits(share: share) : nil
    coverage =
      (share > 0 ? model.coverage(share: share) : nil)
      ?? Coverage(mixture.outcomes, forecast: mixture.place)
    self.model = model
    horizon = target.horizon
    isForced = forced.map { $0 != .pooled && names.contains($0) } ?? false
    recentBreak = rolling.season.histories(target.stage).origin.flatMap {
      breaks.recent(target.stage, at: $0)
    }
    nearest = earlier.flatMap(\.intervals)
  }

  /// The methods that are tried, in the order in which ties are decided.
  private static func methods(
    _ basis: Basis, _ model: any SharedModel, _ forced: MethodName?
  ) -> [MethodName] {
    var names: [MethodName] = basis == .budget ? [.budget] : []
    names += [.naive, .halfDrift, .damped] + model.methods
    if let forced, forced == .drift { names.append(forced) }
    return names
  }

  /// What the next horizon needs of it.
  var handedOn: EarlierModel {
    guard intervals.isMeasured || lineLimits != nil else {
      return EarlierModel(model: model, intervals: nearest)
    }
    return EarlierModel(
      model: model,
      intervals: EarlierModel.Intervals(
        ofAll: intervals, ofLines: lineLimits, horizon: horizon))
  }

  /// The forecast before rounding, in hundredths of the currency unit.
  func forecast(_ question: Question) -> Double {
    mixture.mixed { methods[$0].forecast(question) }
      ?? question.past.lastValue ?? question.budget ?? 0
  }

  /// How `forecast` comes about.
  func way(_ question: Question) -> Way {
    func way(_ method: Int) -> Way? {
      explained[method]?.way(question) ?? methods[method].plainWay(question)
    }
    return mixture.way(way) ?? methods.indices.lazy.compactMap(way).first
      ?? Way(known: question.budget ?? 0, startsFromAdopted: true)
  }

  /// The limits of the error around the mean, and whether they had to be assumed.
  func limits(_ situation: Situation, _ spread: Spread) -> (limits: Limits, isAssumed: Bool) {
    if situation.isInsideRest { return (.zero, false) }
    if let limits = sharedLimits(situation) ?? measuredLimits(situation, spread) {
      return (limits, false)
    }
    return (assumedLimits(situation, spread), true)
  }

  /// Those of other governments' lines like it; none where nothing has ever moved.
  private func assumedLimits(_ situation: Situation, _ spread: Spread) -> Limits {
    switch situation.group {
    case .allZero: return .zero
    case .constant: return .assumedOfConstant(horizon: horizon, scale: spread.scale)
    case .ended: return .assumedOfEnded(horizon: horizon, scale: spread.scale)
    case .moving, .short:
      let question = situation.question
      let known = [question.past.lastValue, question.budget].compactMap(\.self)
      let last = known.max { abs($0) < abs($1) } ?? 0
      return .assumed(steps: question.steps, last: last)
    }
  }

  /// Those of the shared model, for a line that it knows.
  private func sharedLimits(_ situation: Situation) -> Limits? {
    guard situation.group != .ended else { return nil }
    let line = situation.question.line
    if let lineLimits { return lineLimits.limits(line) }
    guard model.methods.contains(where: { mixture.share($0) > 0 }), let nearest else { return nil }
    return nearest.ofLines?.limits(line)?.scaled(by: widening(nearest))
  }

  /// Those of past forecasts of lines like it, here or at a shorter horizon.
  private func measuredLimits(_ situation: Situation, _ spread: Spread) -> Limits? {
    if intervals.isMeasured, let limits = intervals.limits(situation.group, spread) {
      return limits
    }
    guard let nearest else { return nil }
    return nearest.ofAll.limits(situation.group, spread)?.scaled(by: widening(nearest))
  }

  /// Errors grow with the root of the horizon.
  private func widening(_ nearest: EarlierModel.Intervals) -> Double {
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
    return model.isMeasured ? .pooled : .pooledPrior
  }
}

/// What the model of one horizon hands on to the next.
struct EarlierModel {
  let model: any SharedModel
  /// Those that were measured at the nearest horizon before, or nil.
  let intervals: Intervals?

  struct Intervals {
    let ofAll: IntervalModel
    /// Of the shared model.
    let ofLines: (any LineLimits)?
    let horizon: Int
  }
}
