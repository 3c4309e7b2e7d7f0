import Analytics

/// Reconciles the forecasts of past origins with what was known there, and tells which method would
/// have done best.
struct ReconciliationBacktest {
  /// One past origin: what was forecast, and what came.
  struct Origin {
    let lines: [PastForecast]
    /// With what sums came to, lines that were new among it.
    let sums: [(amount: SumProblem.Amount, actual: Double)]

    /// Of lines.
    var errors: [ErrorVariances.Error] {
      lines.map {
        ErrorVariances.Error(
          place: $0.node, kind: .line($0.group), spread: $0.spread, amount: $0.actual - $0.base)
      }
    }
  }

  /// The errors of one origin with a method, relative to those without.
  struct Score: Hashable {
    let lines: Double
    /// The mean over the levels above lines.
    let sums: Double
  }

  private let nodes: NodeTable
  /// Back from the newest.
  private let origins: [Origin]
  /// By method and origin, what lines came to by least squares; nil where the method had nothing to
  /// go by.
  private let solutions: [ReconciliationMethod: [[Double]?]]

  /// - Parameter asked: The method whose like is tried.
  init(
    _ nodes: NodeTable, horizon: Int, _ origins: [Origin], for asked: ReconciliationMethod
  ) {
    self.nodes = nodes
    self.origins = origins
    var solutions: [ReconciliationMethod: [[Double]?]] = [:]
    for back in origins.indices where !asked.tried.isEmpty {
      // What was known at that origin: those whose target year was over then.
      let known = SumEvidence(nodes, origins.dropFirst(back + horizon))
      let problem = SumProblem(nodes, origins[back])
      for method in asked.tried {
        solutions[method, default: []].append(
          problem?.leastSquares(method, known)?.centred().solve().lines)
      }
    }
    self.solutions = solutions
  }

  /// What is known today.
  var evidence: SumEvidence { SumEvidence(nodes, origins[...]) }

  /// The forecasts of lines at each past origin after reconciliation, by the basis they were made
  /// on; what they were before where there is nothing to go by.
  func reconciled(_ method: ReconciliationMethod) -> [[Basis: LineValues]] {
    origins.indices.map { back in
      let lines = origins[back].lines
      var found: [Basis: LineValues] = [:]
      for (past, forecast) in zip(lines, solved(method, back) ?? lines.map(\.base)) {
        found[past.basis, default: LineValues(lines: nodes.panel.lines.count)][past.node] = forecast
      }
      return found
    }
  }

  private func solved(_ method: ReconciliationMethod, _ back: Int) -> [Double]? {
    solutions[method].flatMap { $0[back] }
  }

  /// One score a past origin at which the method has something to go by.
  func scores(_ method: ReconciliationMethod) -> [Score] {
    origins.indices.compactMap { back in
      solved(method, back).flatMap { score(origins[back], $0) }
    }
  }

  private func score(_ origin: Origin, _ lines: [Double]) -> Score? {
    var base: [Level: Double] = [:]
    var after: [Level: Double] = [:]
    var sums = [(base: Double, after: Double, actual: Double)?](
      repeating: nil, count: nodes.nodes.count)
    for (past, line) in zip(origin.lines, lines) {
      base[.line, default: 0] += abs(past.actual - past.base)
      after[.line, default: 0] += abs(past.actual - line)
      for node in nodes.above(past.node) {
        let sum = sums[node] ?? (0, 0, 0)
        sums[node] = (sum.base + past.base, sum.after + line, sum.actual + past.actual)
      }
    }
    for (node, sum) in sums.enumerated() {
      guard let sum else { continue }
      base[nodes.nodes[node].level, default: 0] += abs(sum.actual - sum.base)
      after[nodes.nodes[node].level, default: 0] += abs(sum.actual - sum.after)
    }
    guard let lineError = base[.line], lineError > 0 else { return nil }
    let ratios = Level.allCases.dropFirst().compactMap { level in
      base[level].flatMap { $0 > 0 ? after[level]! / $0 : nil }
    }
    guard !ratios.isEmpty else { return nil }
    return Score(
      lines: after[.line]! / lineError, sums: ratios.reduce(0, +) / Double(ratios.count))
  }
}

extension SumProblem {
  /// Nil where no line was forecast.
  fileprivate init?(_ nodes: NodeTable, _ origin: ReconciliationBacktest.Origin) {
    guard !origin.lines.isEmpty else { return nil }
    self.init(
      nodes, origin.lines.map(SumProblem.Amount.init(pastLine:)), sums: origin.sums.map(\.amount))
  }
}
