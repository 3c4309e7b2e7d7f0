import Analytics

/// How wrong a method was at past origins, at one level.
public struct AccuracyRow: Hashable, Comparable, Sendable {
  public let level: Level
  public let stage: Stage
  public let basis: Basis
  public let horizon: Int
  public let method: MethodName
  /// Whether forecasts were reconciled, at each origin with what was known there.
  public let isReconciled: Bool
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
  /// For the mixture: how much of what came lay within the limits, which are measured at the
  /// other origins.
  public let coverage80: Double?
  public let coverage95: Double?
  /// The method's share of the mixture; nil for the mixture itself.
  public let weight: Double?

  public static func < (a: AccuracyRow, b: AccuracyRow) -> Bool {
    let (x, y) = (a.rank, b.rank)
    return x.lexicographicallyPrecedes(y)
  }

  private var rank: [Int] {
    [
      Level.allCases.firstIndex(of: level)!, stage.index, basis == .history ? 0 : 1, horizon,
      MethodName.allCases.firstIndex(of: method)!, isReconciled ? 1 : 0,
    ]
  }
}

/// Scores all methods of one target and basis, at every level.
struct Accuracy {
  private let nodes: NodeTable
  private let target: Target
  private let basis: Basis
  private let mixture: Mixture
  private let coverage: Coverage?
  private let isReconciled: Bool

  /// - Parameter isReconciled: Whether the mixture's forecasts are reconciled ones; they alone are
  ///   scored then.
  init(
    _ season: Season, _ target: Target, _ basis: Basis, _ mixture: Mixture,
    _ coverage: Coverage?, isReconciled: Bool = false
  ) {
    nodes = season.nodes
    self.target = target
    self.basis = basis
    self.mixture = mixture
    self.coverage = coverage
    self.isReconciled = isReconciled
  }

  var rows: [AccuracyRow] {
    let scored = mixture.outcomes.map { outcomes in
      outcomes.filter { $0.group != .ended && $0.forecasts.allSatisfy { $0 != nil } }
    }
    guard scored.contains(where: { !$0.isEmpty }) else { return [] }
    let sums = scored.map(sums)
    let first = isReconciled ? mixture.place : 0
    return (first...mixture.place).flatMap { method in
      Level.allCases.compactMap { row($0, method, sums) }
    }
  }

  private func row(
    _ level: Level, _ method: Int, _ sums: [[Level: [NodeOutcome]]]
  ) -> AccuracyRow? {
    let naive = mixture.methods.firstIndex(of: .naive)!
    var score = Score()
    for origin in sums {
      for outcome in origin[level] ?? [] { score.add(outcome, method: method, naive: naive) }
    }
    guard score.count > 0 else { return nil }
    let isMixture = method == mixture.place
    let coverage = isMixture && level == .line ? coverage : nil
    return AccuracyRow(
      level: level, stage: target.stage, basis: basis, horizon: target.horizon,
      method: isMixture ? .mixture : mixture.methods[method], isReconciled: isReconciled,
      series: score.series.count,
      meanError: score.meanError, weightedError: score.weightedError,
      relativeError: score.relativeError, scaledError: score.scaledError,
      coverage80: coverage?.in80, coverage95: coverage?.in95,
      weight: isMixture ? nil : mixture.shares[method])
  }

  /// What the lines of one origin add up to at each level, in the order of the nodes, so that
  /// sums have the same bits every time.
  private func sums(_ outcomes: [Outcome]) -> [Level: [NodeOutcome]] {
    var byNode: [Int: NodeOutcome] = [:]
    for outcome in outcomes {
      for node in [outcome.line] + nodes.above(outcome.line) {
        byNode[node, default: NodeOutcome(node: node, forecasts: mixture.place + 1)].add(outcome)
      }
    }
    return Dictionary(grouping: byNode.values.sorted { $0.node < $1.node }) {
      nodes.nodes[$0.node].level
    }
  }
}

/// What lines add up to at a node: the forecasts of each method, and what came.
private struct NodeOutcome {
  let node: Int
  private(set) var forecasts: [Double]
  private(set) var actual = 0.0
  private(set) var scale = 0.0

  init(node: Int, forecasts count: Int) {
    self.node = node
    forecasts = Array(repeating: 0, count: count)
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
