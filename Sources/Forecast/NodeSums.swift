import Analytics

/// What the forecasts of lines add up to at classes, units, subjects and the total.
struct NodeSums {
  private let nodes: NodeTable
  private let target: Target
  private let errors: [Basis: NodeErrors]
  /// Own forecasts of sums, by place.
  private let own: [Int: Double]
  private let holds: [Int: TargetReconciliation.Hold]

  init(
    _ nodes: NodeTable, _ target: Target, _ errors: [Basis: NodeErrors], own: [Int: Double],
    holds: [Int: TargetReconciliation.Hold]
  ) {
    self.nodes = nodes
    self.target = target
    self.errors = errors
    self.own = own
    self.holds = holds
  }

  /// One a node above the lines, by node.
  func predictions(_ lines: [Prediction]) -> [Prediction] {
    let first = nodes.panel.lines.count  // lines are the first nodes
    var sums: [NodeSum?] = Array(repeating: nil, count: nodes.nodes.count - first)
    for line in lines {
      for node in nodes.above(line.node) {
        if sums[node - first] == nil { sums[node - first] = NodeSum(line) }
        sums[node - first]!.add(line)
      }
    }
    return sums.indices.compactMap { sum in sums[sum].map { prediction(first + sum, $0) } }
  }

  private func prediction(_ node: Int, _ sum: NodeSum) -> Prediction {
    let level = nodes.nodes[node].level
    let mean = Double(sum.mean.cents)
    // Errors were measured as parts of sums: of a sum that cancels they say nothing.
    let measured = mean == 0 ? nil : (errors[sum.basis] ?? errors[.history])?.limits(level)
    let limits = measured?.scaled(by: abs(mean)) ?? sum.independentLimits
    let prediction = Prediction(
      node: node, stage: target.stage, year: sum.year, horizon: target.horizon,
      basis: sum.basis, base: own[node] ?? sum.base, reconciled: sum.reconciled,
      constrained: sum.constrained, mean: sum.mean,
      limits: limits.shifted(by: mean).around(mean, canBeNegative: sum.canBeNegative),
      method: nil, observations: sum.observations, status: .sum)
    return holds[node].map(prediction.held) ?? prediction
  }
}

extension Prediction {
  /// As it is under a rule that holds it: limits go no further than the rule allows.
  func held(by hold: TargetReconciliation.Hold) -> Prediction {
    let mean = Double(mean.cents)
    func inside(_ limit: Double) -> Double { max(hold.lower, min(hold.upper, limit)) }
    let cut = Limits(
      low95: inside(limits.low95), low80: inside(limits.low80), high80: inside(limits.high80),
      high95: inside(limits.high95))
    return within(cut.around(mean, canBeNegative: true), hold.isFixed ? .fixed : .ceiling)
  }
}

/// A node's lines, added up.
private struct NodeSum {
  let year: FiscalYear
  private(set) var basis = Basis.history
  private(set) var base = 0.0
  private(set) var reconciled = 0.0
  private(set) var constrained = 0.0
  private(set) var mean = Money.zero
  private(set) var observations = 0
  private(set) var canBeNegative = false
  private var squares = Limits(low95: 0, low80: 0, high80: 0, high95: 0)

  init(_ line: Prediction) { year = line.year }

  mutating func add(_ line: Prediction) {
    let centre = Double(line.mean.cents)
    base += line.base
    reconciled += line.reconciled
    constrained += line.constrained
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
