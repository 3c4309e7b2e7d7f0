import Analytics

/// What a past forecast said and what came.
struct Outcome {
  let line: Int
  /// The place of the origin.
  let origin: Int
  let group: Group
  let actual: Double
  let spread: Spread
  /// The mean absolute change of the history up to the origin, by which errors are scaled.
  let meanMove: Double
  let canBeNegative: Bool
  /// One forecast per method, in the order of the methods that were asked.
  var forecasts: MethodForecasts
}

/// Forecasts the past: from origins before a target's own, with nothing of what came after.
struct RollingOrigin {
  /// How many origins are looked back to.
  static let origins = 5
  let season: Season
  /// The lines that are looked at.
  let sample: LineSample
  private var lines: [Int] { sample.lines }

  /// - Parameter sample: Nil for the usual one.
  init(_ season: Season, _ sample: LineSample? = nil) {
    self.season = season
    self.sample = sample ?? LineSample(season.nodes.panel)
  }

  /// The outcomes of a target at earlier origins, by origin back from the newest.
  ///
  /// - Parameters:
  ///   - basis: Only lines that had an adopted budget for the year, or all lines as if they had
  ///     none.
  ///   - shared: What a method of a shared model said so many places back; nil for the other
  ///     methods.
  func outcomes(
    _ target: Target, _ basis: Basis, methods: [MethodName],
    shared: (MethodName, Int) -> LineValues?
  ) -> [[Outcome]] {
    let trends = methods.contains(.damped) ? dampedTrends(target) : []
    return (0..<RollingOrigin.origins).map { back in
      let fitted = methods.map { name -> any ForecastMethod in
        if let forecasts = shared(name, back) { return Pooled(name, forecasts, basis) }
        return name == .damped ? trends[back] : local(name, target)
      }
      return outcomes(target, basis, back: back, fitted)
    }
  }

  /// What came at the origin so many places back.
  func actuals(_ target: Target, back: Int) -> LineValues {
    let histories = season.histories(target.stage)
    var actuals = LineValues(lines: histories.lineCount)
    for line in lines {
      guard let newest = season.origin(target.stage, line: line), newest >= back else { continue }
      actuals[line] = histories.value(line, at: newest - back)
    }
    return actuals
  }

  private func outcomes(
    _ target: Target, _ basis: Basis, back: Int, _ methods: [any ForecastMethod]
  ) -> [Outcome] {
    let histories = season.histories(target.stage)
    let cases = situations(target, basis, back: back)
    let usual = Spread.usual(cases.lazy.map(\.situation.question.past))
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(cases.count)  // they are kept, and are many
    for (line, origin, situation) in cases {
      guard let actual = actual(line, target, origin, situation, histories) else { continue }
      outcomes.append(
        Outcome(
          line: line, origin: origin, group: situation.group, actual: actual,
          spread: Spread(situation.question.past, usual: usual),
          meanMove: situation.question.past.meanMove,
          canBeNegative: situation.question.past.wasNegative
            || (situation.question.budget ?? 0) < 0,
          forecasts: MethodForecasts(methods, situation.question)))
    }
    return outcomes
  }

  private func situations(
    _ target: Target, _ basis: Basis, back: Int
  ) -> [(line: Int, origin: Int, situation: Situation)] {
    lines.compactMap { line in
      guard let newest = season.origin(target.stage, line: line) else { return nil }
      let origin = newest - target.horizon - back
      guard origin >= 0,
        let situation = Situation(
          season, line: line, stage: target.stage, origin: origin, horizon: target.horizon),
        situation.question.past.count > 0, situation.status != .late,
        basis == .history || situation.basis == .budget
      else { return nil }
      return (line, origin, situation)
    }
  }

  /// What came: nothing is zero for a line that had ended, and no outcome for one that had not.
  private func actual(
    _ line: Int, _ target: Target, _ origin: Int, _ situation: Situation, _ histories: Histories
  ) -> Double? {
    let place = origin + target.horizon
    if let value = histories.value(line, at: place) { return value }
    let isEnded = situation.group == .ended
    return isEnded && season.unitIsPublished(line, target.stage, at: place) ? 0 : nil
  }

  /// A method that needs no regression, as it is today.
  func local(_ name: MethodName, _ target: Target) -> any ForecastMethod {
    switch name {
    case .naive, .theta, .pooled, .mixture: Naive()
    case .budget: AdoptedBudget()
    case .halfDrift: Drift.half
    case .drift: Drift.whole
    case .damped: DampedTrend((0..<RollingOrigin.origins).flatMap { trendCases(target, back: $0) })
    }
  }

  /// The damped trends as they could be known at the newest origins whose outcome is known, the
  /// newest first: a case from an origin earlier by a horizon had its target year before.
  private func dampedTrends(_ target: Target) -> [DampedTrend] {
    let origins = RollingOrigin.origins
    let cases = (0..<target.horizon + 2 * origins - 1).map { trendCases(target, back: $0) }
    return (0..<origins).map { back in
      let first = back + target.horizon
      return DampedTrend(Array(cases[first..<first + origins].joined()))
    }
  }

  private func trendCases(_ target: Target, back: Int) -> [DampedTrend.Case] {
    let histories = season.histories(target.stage)
    return lines.compactMap { line in
      guard let newest = season.origin(target.stage, line: line) else { return nil }
      let origin = newest - target.horizon - back
      guard origin >= 0, let actual = histories.value(line, at: origin + target.horizon) else {
        return nil
      }
      let past = histories.past(line, upTo: origin)
      guard past.lastPlace == origin else { return nil }
      return DampedTrend.Case(
        Question(line: line, past: past, steps: target.horizon), outcome: actual)
    }
  }
}

extension MethodForecasts {
  fileprivate init(_ methods: [any ForecastMethod], _ question: Question) {
    self.init()
    for method in methods { append(method.forecast(question)) }
  }
}
