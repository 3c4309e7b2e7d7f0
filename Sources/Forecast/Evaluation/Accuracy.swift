import Analytics

/// How wrong a method was at past origins, at one level.
public struct AccuracyRow: Hashable, Comparable, Sendable {
  public let level: Level
  public let stage: Stage
  public let basis: Basis
  public let horizon: Int
  public let method: MethodName
  /// How many series were scored.
  public let series: Int
  /// Mean absolute error, in hundredths of the currency unit.
  public let meanError: Double
  /// Σ|error| / Σ|actual|.
  public let weightedError: Double?
  /// Σ|error| / Σ|error of the last value|.
  public let relativeError: Double?
  /// The mean over series of error / mean absolute change (Hyndman and Koehler 2006).
  public let scaledError: Double?
  /// For the method in use: how much of what came lay within the limits, which are measured at
  /// the other origins.
  public let coverage80: Double?
  public let coverage95: Double?
  /// 1 for the method in use.
  public let weight: Double

  public static func < (a: AccuracyRow, b: AccuracyRow) -> Bool {
    let (x, y) = (a.rank, b.rank)
    return x.lexicographicallyPrecedes(y)
  }

  private var rank: [Int] {
    [
      Level.allCases.firstIndex(of: level)!, stage.index, basis == .history ? 0 : 1, horizon,
      MethodName.allCases.firstIndex(of: method)!,
    ]
  }
}

/// Scores all methods of one target and basis, at every level.
struct Accuracy {
  private let nodes: NodeTable
  private let target: Target
  private let basis: Basis
  private let methods: [MethodName]
  private let choice: MethodChoice

  init(
    _ season: Season, _ target: Target, _ basis: Basis, _ methods: [MethodName],
    _ choice: MethodChoice
  ) {
    nodes = season.nodes
    self.target = target
    self.basis = basis
    self.methods = methods
    self.choice = choice
  }

  var rows: [AccuracyRow] {
    let scored = choice.outcomes.map { outcomes in
      outcomes.filter { $0.group != .ended && $0.forecasts.allSatisfy { $0 != nil } }
    }
    guard scored.contains(where: { !$0.isEmpty }) else { return [] }
    let sums = scored.map(sums)
    return methods.indices.flatMap { method in
      Level.allCases.compactMap { row($0, method, scored, sums) }
    }
  }

  private func row(
    _ level: Level, _ method: Int, _ outcomes: [[Outcome]], _ sums: [[Level: [NodeOutcome]]]
  ) -> AccuracyRow? {
    let naive = methods.firstIndex(of: .naive)!
    var score = Score()
    for origin in sums {
      for outcome in origin[level] ?? [] { score.add(outcome, method: method, naive: naive) }
    }
    guard score.count > 0 else { return nil }
    let isUsed = method == choice.place
    let coverage = isUsed && level == .line ? coverage(outcomes, method) : nil
    return AccuracyRow(
      level: level, stage: target.stage, basis: basis, horizon: target.horizon,
      method: methods[method], series: score.series.count, meanError: score.meanError,
      weightedError: score.weightedError, relativeError: score.relativeError,
      scaledError: score.scaledError, coverage80: coverage?.in80, coverage95: coverage?.in95,
      weight: isUsed ? 1 : 0)
  }

  /// What the lines of one origin add up to at each level, in the order of the nodes, so that
  /// sums have the same bits every time.
  private func sums(_ outcomes: [Outcome]) -> [Level: [NodeOutcome]] {
    var byNode: [Int: NodeOutcome] = [:]
    for outcome in outcomes {
      for node in [outcome.line] + nodes.above(outcome.line) {
        byNode[node, default: NodeOutcome(node: node, methods: methods.count)].add(outcome)
      }
    }
    return Dictionary(grouping: byNode.values.sorted { $0.node < $1.node }) {
      nodes.nodes[$0.node].level
    }
  }

  /// Each origin is held against limits that are measured at the others.
  private func coverage(
    _ outcomes: [[Outcome]], _ method: Int
  ) -> (in80: Double, in95: Double)? {
    var (in80, in95, count) = (0, 0, 0)
    for held in outcomes.indices {
      let others = outcomes.enumerated().filter { $0.offset != held }.flatMap(\.element)
      let model = IntervalModel(others, method: method)
      guard model.isMeasured else { continue }
      for outcome in outcomes[held] {
        guard let limits = model.limits(outcome.group, outcome.spread) else { continue }
        let error = outcome.actual - outcome.forecasts[method]!
        count += 1
        if (limits.low80...max(limits.low80, limits.high80)).contains(error) { in80 += 1 }
        if (limits.low95...max(limits.low95, limits.high95)).contains(error) { in95 += 1 }
      }
    }
    guard count > 0 else { return nil }
    return (Double(in80) / Double(count), Double(in95) / Double(count))
  }
}

/// What lines add up to at a node: the forecasts of each method, and what came.
private struct NodeOutcome {
  let node: Int
  private(set) var forecasts: [Double]
  private(set) var actual = 0.0
  private(set) var scale = 0.0

  init(node: Int, methods: Int) {
    self.node = node
    forecasts = Array(repeating: 0, count: methods)
  }

  mutating func add(_ outcome: Outcome) {
    for method in forecasts.indices { forecasts[method] += outcome.forecasts[method]! }
    actual += outcome.actual
    scale += outcome.meanMove
  }
}

/// Sums of errors.
private struct Score {
  private(set) var series: Set<Int> = []
  private(set) var count = 0
  private var errors = 0.0
  private var naiveErrors = 0.0
  private var actuals = 0.0
  private var scaled = 0.0
  private var scaledCount = 0

  mutating func add(_ outcome: NodeOutcome, method: Int, naive: Int) {
    let error = abs(outcome.actual - outcome.forecasts[method])
    series.insert(outcome.node)
    count += 1
    errors += error
    naiveErrors += abs(outcome.actual - outcome.forecasts[naive])
    actuals += abs(outcome.actual)
    if outcome.scale > 0 {
      scaled += error / outcome.scale
      scaledCount += 1
    }
  }

  var meanError: Double { errors / Double(count) }
  var weightedError: Double? { actuals > 0 ? errors / actuals : nil }
  var relativeError: Double? { naiveErrors > 0 ? errors / naiveErrors : nil }
  var scaledError: Double? { scaledCount > 0 ? scaled / Double(scaledCount) : nil }
}
