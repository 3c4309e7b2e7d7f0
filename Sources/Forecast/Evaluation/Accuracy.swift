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
  /// The mean over series and origins of error / mean absolute change of the last six values, of
  /// sums that of their lines added up (Hyndman and Koehler 2006).
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
    let scores = scores
    let first = isReconciled ? mixture.place : 0
    return zip(Level.allCases, scores).flatMap { level, scores in
      (first...mixture.place).compactMap { row(level, $0, scores) }
    }
  }

  /// By level. One origin is added after the other: the sums of one are enough to hold at a time.
  private var scores: [LevelScores] {
    let naive = mixture.methods.firstIndex(of: .naive)!
    let none = LevelScores(ofMethods: Array(repeating: Score(), count: mixture.place + 1))
    var scores = Level.allCases.map { _ in none }
    var isScored = [Bool](repeating: false, count: nodes.nodes.count)
    for outcomes in mixture.outcomes {
      let scored = outcomes.lazy.filter { $0.group != .ended && $0.forecasts.isWhole }
      let sums = NodeOutcomes(scored, nodes, forecasts: mixture.place + 1)
      for (place, level) in Level.allCases.enumerated() {
        for node in sums.nodes(of: level, nodes) {
          scores[place].add(sums, node, naive: naive, isNew: !isScored[node])
          isScored[node] = true
        }
      }
    }
    return scores
  }

  private func row(_ level: Level, _ method: Int, _ scores: LevelScores) -> AccuracyRow? {
    let score = scores.ofMethods[method]
    guard score.count > 0 else { return nil }
    let isMixture = method == mixture.place
    let coverage = isMixture && level == .line ? coverage : nil
    return AccuracyRow(
      level: level, stage: target.stage, basis: basis, horizon: target.horizon,
      method: isMixture ? .mixture : mixture.methods[method], isReconciled: isReconciled,
      series: scores.series,
      meanError: score.meanError, weightedError: score.weightedError,
      relativeError: score.relativeError, scaledError: score.scaledError,
      coverage80: coverage?.in80, coverage95: coverage?.in95,
      weight: isMixture ? nil : mixture.shares[method])
  }
}

/// What the lines of one origin add up to at each node, in the order of the lines, so that sums
/// have the same bits every time: the forecasts of each method, and what came.
private struct NodeOutcomes {
  private let methods: Int
  /// Node after node, one a method.
  private var forecasts: [Double]
  /// By node.
  private(set) var actuals: [Double]
  private(set) var scales: [Double]
  private var isSeen: [Bool]

  /// - Parameter methods: How many forecasts an outcome has; none is nil.
  init(_ outcomes: some Sequence<Outcome>, _ nodes: NodeTable, forecasts methods: Int) {
    let count = nodes.nodes.count
    self.methods = methods
    forecasts = Array(repeating: 0, count: count * methods)
    actuals = Array(repeating: 0, count: count)
    scales = actuals
    isSeen = Array(repeating: false, count: count)
    for outcome in outcomes {
      add(outcome, to: outcome.line)
      for node in nodes.above(outcome.line) { add(outcome, to: node) }
    }
  }

  private mutating func add(_ outcome: Outcome, to node: Int) {
    isSeen[node] = true
    for method in 0..<methods {
      forecasts[node * methods + method] += outcome.forecasts[method]!
    }
    actuals[node] += outcome.actual
    scales[node] += outcome.meanMove
  }

  func forecast(_ node: Int, _ method: Int) -> Double { forecasts[node * methods + method] }

  /// The nodes of a level that have an outcome, rising.
  func nodes(of level: Level, _ table: NodeTable) -> [Int] {
    isSeen.indices.filter { isSeen[$0] && table.nodes[$0].level == level }
  }
}

/// The errors of all methods at one level.
private struct LevelScores {
  /// How many nodes were scored.
  private(set) var series = 0
  /// One a method.
  private(set) var ofMethods: [Score]

  init(ofMethods: [Score]) { self.ofMethods = ofMethods }

  mutating func add(_ outcomes: NodeOutcomes, _ node: Int, naive: Int, isNew: Bool) {
    for method in ofMethods.indices {
      ofMethods[method].add(outcomes, node, method: method, naive: naive)
    }
    if isNew { series += 1 }
  }
}

/// Sums of errors.
private struct Score {
  private(set) var count = 0
  private var errors = 0.0
  private var naiveErrors = 0.0
  private var actuals = 0.0
  private var scaled = 0.0
  private var scaledCount = 0

  mutating func add(_ outcomes: NodeOutcomes, _ node: Int, method: Int, naive: Int) {
    let (actual, scale) = (outcomes.actuals[node], outcomes.scales[node])
    let error = abs(actual - outcomes.forecast(node, method))
    count += 1
    errors += error
    naiveErrors += abs(actual - outcomes.forecast(node, naive))
    actuals += abs(actual)
    if scale > 0 {
      scaled += error / scale
      scaledCount += 1
    }
  }

  var meanError: Double { errors / Double(count) }
  var weightedError: Double? { actuals > 0 ? errors / actuals : nil }
  var relativeError: Double? { naiveErrors > 0 ? errors / naiveErrors : nil }
  var scaledError: Double? { scaledCount > 0 ? scaled / Double(scaledCount) : nil }
}
