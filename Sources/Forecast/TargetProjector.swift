import Analytics

/// Forecasts all lines for one target.
struct TargetProjector {
  private let season: Season
  private let rolling: RollingOrigin
  private let target: Target
  private let lastDigit: Money
  private let choices: [Basis: MethodChoice]
  /// The interval model of each basis at the longest horizon that was measured, and that horizon.
  private(set) var measured: [Basis: (model: IntervalModel, horizon: Int)]
  let accuracy: [AccuracyRow]

  static func methods(_ basis: Basis) -> [MethodName] {
    basis == .budget
      ? [.budget, .naive, .halfDrift, .drift, .damped] : [.naive, .halfDrift, .drift, .damped]
  }

  init(
    season: Season, rolling: RollingOrigin, target: Target, forced: MethodName?,
    lastDigit: Money, fallback: [Basis: (model: IntervalModel, horizon: Int)]
  ) {
    self.season = season
    self.rolling = rolling
    self.target = target
    self.lastDigit = lastDigit
    var choices: [Basis: MethodChoice] = [:]
    var measured = fallback
    var accuracy: [AccuracyRow] = []
    for basis in Basis.allCases where TargetProjector.occurs(basis, target, season) {
      let methods = TargetProjector.methods(basis)
      let choice = MethodChoice(rolling, target, basis, methods: methods, forced: forced)
      choices[basis] = choice
      if choice.intervals.isMeasured { measured[basis] = (choice.intervals, target.horizon) }
      accuracy += Accuracy(season, target, basis, methods, choice).rows
    }
    self.choices = choices
    self.measured = measured
    self.accuracy = accuracy
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

  mutating func predict() -> [Prediction] {
    let lines = linePredictions()
    return season.rule == .series ? lines : lines + sums(of: lines)
  }

  // MARK: Lines

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
      return prediction(line, situation, year, usual)
    }
  }

  private func prediction(
    _ line: Int, _ situation: Situation, _ year: FiscalYear, _ usual: Double
  ) -> Prediction? {
    guard let choice = choices[situation.basis] ?? choices[.history] else { return nil }
    let past = situation.question.past
    let isGone = situation.group == .ended
    let raw =
      isGone
      ? 0
      : choice.method.forecast(situation.question) ?? past.lastValue ?? situation.question.budget
        ?? 0
    let canBeNegative = past.wasNegative || (situation.question.budget ?? 0) < 0
    let mean = rounded(canBeNegative ? raw : max(0, raw))
    let (limits, isAssumed) = limits(situation, Spread(past, usual: usual))
    let around = limits.shifted(by: Double(mean.cents)).around(
      Double(mean.cents), canBeNegative: canBeNegative)
    return Prediction(
      node: line, stage: target.stage, year: year, horizon: target.horizon,
      basis: situation.basis, mean: mean, limits: around,
      method: isGone ? nil : choice.method.name, observations: past.count,
      status: isAssumed ? situation.status.assumed : situation.status)
  }

  /// To the last printed digit.
  private func rounded(_ amount: Double) -> Money {
    let digits = Money(rounding: amount / Double(lastDigit.cents))
    return Money(cents: digits.cents * lastDigit.cents)
  }

  /// Errors measured at this horizon; else at a shorter one, wider by the root of the ratio.
  private func limits(_ situation: Situation, _ spread: Spread) -> (Limits, isAssumed: Bool) {
    if situation.status == .insideRest {
      return (Limits(low95: 0, low80: 0, high80: 0, high95: 0), false)
    }
    for basis in [situation.basis, .history] {
      guard let (model, horizon) = measured[basis] else { continue }
      let widening = (Double(target.horizon) / Double(horizon)).squareRoot()
      if let limits = model.limits(situation.group, spread) {
        return (limits.scaled(by: widening), false)
      }
    }
    if situation.group == .allZero {
      return (Limits(low95: 0, low80: 0, high80: 0, high95: 0), false)
    }
    let last =
      [situation.question.past.lastValue, situation.question.budget].compactMap { $0 }
      .max { abs($0) < abs($1) } ?? 0
    return (.assumed(steps: situation.question.steps, last: last), true)
  }

  // MARK: What lines add up to

  private func sums(of lines: [Prediction]) -> [Prediction] {
    var sums: [Int: NodeSum] = [:]
    for line in lines {
      for node in season.nodes.above(line.node) { sums[node, default: NodeSum(line)].add(line) }
    }
    let errors = choices.mapValues { NodeErrors(season.nodes, $0) }
    return sums.sorted { $0.key < $1.key }.map { node, sum in
      let level = season.nodes.nodes[node].level
      let measured = (errors[sum.basis] ?? errors[.history])?.limits(level)
      let limits = measured?.scaled(by: abs(Double(sum.mean.cents))) ?? sum.independentLimits
      let mean = Double(sum.mean.cents)
      return Prediction(
        node: node, stage: target.stage, year: sum.year, horizon: target.horizon,
        basis: sum.basis, mean: sum.mean,
        limits: limits.shifted(by: mean).around(mean, canBeNegative: sum.canBeNegative),
        method: nil, observations: sum.observations, status: .sum)
    }
  }
}

/// A node's lines, added up.
private struct NodeSum {
  let year: FiscalYear
  private(set) var basis = Basis.history
  private(set) var mean = Money.zero
  private(set) var observations = 0
  private(set) var canBeNegative = false
  private var squares = Limits(low95: 0, low80: 0, high80: 0, high95: 0)

  init(_ line: Prediction) { year = line.year }

  mutating func add(_ line: Prediction) {
    let centre = Double(line.mean.cents)
    mean = mean + line.mean
    observations = max(observations, line.observations)
    canBeNegative = canBeNegative || line.limits.low95 < 0
    if line.basis == .budget { basis = .budget }
    func square(_ limit: Double) -> Double { (limit - centre) * (limit - centre) }
    squares.low95 += square(line.limits.low95)
    squares.low80 += square(line.limits.low80)
    squares.high80 += square(line.limits.high80)
    squares.high95 += square(line.limits.high95)
  }

  /// The widths of the lines as if they erred independently.
  var independentLimits: Limits {
    Limits(
      low95: -squares.low95.squareRoot(), low80: -squares.low80.squareRoot(),
      high80: squares.high80.squareRoot(), high95: squares.high95.squareRoot())
  }
}
