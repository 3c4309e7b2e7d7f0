import Analytics

/// What a scenario changes: each line, unit and the total with it and without.
public struct ScenarioComparison: Sendable {
  public struct Row: Hashable, Sendable {
    public let node: Int
    public let stage: Stage
    public let year: FiscalYear
    /// Nil for the forecast itself.
    public let step: StaffingStep?
    public let baseline: Money
    public let amount: Money
    public var difference: Money { amount - baseline }
  }

  public let name: String
  /// By node, stage, year and step: the total, and what differs.
  public let rows: [Row]

  /// One way in which the future may go.
  public struct Future: Sendable {
    let projection: Projection
    let staffing: StaffingProjection?

    public init(_ projection: Projection, _ staffing: StaffingProjection?) {
      self.projection = projection
      self.staffing = staffing
    }
  }

  /// - Parameter nodes: Those of both.
  public init(_ name: String, _ scenario: Future, against baseline: Future, _ nodes: NodeTable) {
    self.name = name
    let steps = Self.steps(scenario.staffing, baseline.staffing)
    rows = scenario.projection.predictions.flatMap { prediction -> [Row] in
      guard
        let before = baseline.projection.mean(prediction.node, prediction.stage, prediction.year)
      else { return [] }
      func row(_ step: StaffingStep?, _ baseline: Money, _ amount: Money) -> Row {
        Row(
          node: prediction.node, stage: prediction.stage, year: prediction.year, step: step,
          baseline: baseline, amount: amount)
      }
      let isTotal = prediction.node == nodes.total
      let whole = row(nil, before, prediction.mean)
      let key = Key(line: prediction.node, year: prediction.year)
      let own = prediction.stage == .outturn ? steps[key] ?? [] : []
      let differing = own.filter { $0.baseline != $0.amount }.map {
        row($0.step, $0.baseline, $0.amount)
      }
      return whole.difference != .zero || isTotal || !differing.isEmpty ? [whole] + differing : []
    }
  }

  private struct Key: Hashable {
    let line: Int
    let year: FiscalYear
  }

  private typealias Pair = (step: StaffingStep, baseline: Money, amount: Money)

  /// The steps of each line and year, with the scenario and without.
  private static func steps(
    _ scenario: StaffingProjection?, _ baseline: StaffingProjection?
  ) -> [Key: [Pair]] {
    let (new, old) = (byLine(scenario), byLine(baseline))
    var pairs: [Key: [Pair]] = [:]
    for key in Set(new.keys).union(old.keys) {
      pairs[key] = StaffingStep.order.map { step in
        (step, old[key]?[step] ?? .zero, new[key]?[step] ?? .zero)
      }
    }
    return pairs
  }

  private static func byLine(
    _ projection: StaffingProjection?
  ) -> [Key: [StaffingStep: Money]] {
    (projection?.explanations ?? []).reduce(into: [:]) { steps, explanation in
      steps[Key(line: explanation.line, year: explanation.year)] = Dictionary(
        uniqueKeysWithValues: explanation.steps.map { ($0.step, $0.amount) })
    }
  }
}
