import Analytics

/// The plan of each year to come against the last run's plan of the same year, and what moved it
/// (PEFA 2016, PI-16.4: consistency of budgets with the previous year's estimates).
///
/// What has no amount on one side counts as 0 in the change.
public struct RollingPlan: Sendable {
  public struct Row: Hashable, Sendable {
    public let node: Int
    public let year: FiscalYear
    public let lastPlan: Money?
    /// The adopted budget where there is one by now, else this run's forecast.
    public let thisPlan: Money?
    public let change: Money
    /// The parts of the change, which add up to it.
    public let parts: Parts
  }

  /// A plan or a change by what moves it.
  public struct Parts: Hashable, Sendable {
    /// What is decided: known changes, ceilings.
    public var policy = Money.zero
    /// Heads, and their full-year effects.
    public var headcount = Money.zero
    /// Rates, standards and progression.
    public var standard = Money.zero
    public var oneOff = Money.zero
    /// All else: the last figure, and what the regression says of it. Of the change to an adopted
    /// budget it is all, for that is not told in steps.
    public var reference = Money.zero

    var total: Money { policy + headcount + standard + oneOff + reference }

    mutating func add(_ step: Step, _ amount: Money) {
      switch step {
      case .known, .ceiling: policy += amount
      case .headcount, .fullYear: headcount += amount
      case .rate, .progression: standard += amount
      case .oneOff, .timing: oneOff += amount
      case .lastYear, .ownTrend, .similarLines, .reconciliation, .rounding: reference += amount
      }
    }

    static func - (a: Parts, b: Parts) -> Parts {
      Parts(
        policy: a.policy - b.policy, headcount: a.headcount - b.headcount,
        standard: a.standard - b.standard, oneOff: a.oneOff - b.oneOff,
        reference: a.reference - b.reference)
    }
  }

  private let last: LastPlan
  private let projection: Projection
  private let nodes: NodeTable

  public init(_ last: LastPlan, _ projection: Projection, _ nodes: NodeTable) {
    self.last = last
    self.projection = projection
    self.nodes = nodes
  }

  /// The rows of a node, by year.
  public func forEachRow(of node: Int, _ body: (Row) throws -> Void) rethrows {
    for year in last.years {
      if let row = row(node, year) { try body(row) }
    }
  }

  private func row(_ node: Int, _ year: FiscalYear) -> Row? {
    let before = lastParts(node, year)
    if let adopted = nodes.cell(node, .budget, year).money {
      let change = adopted - (before?.total ?? .zero)
      return Row(
        node: node, year: year, lastPlan: before?.total, thisPlan: adopted, change: change,
        parts: Parts(reference: change))
    }
    let now = parts(node, year)
    if before == nil && now == nil { return nil }
    let change = (now ?? Parts()) - (before ?? Parts())
    return Row(
      node: node, year: year, lastPlan: before?.total, thisPlan: now?.total,
      change: change.total, parts: change)
  }

  private func lastParts(_ node: Int, _ year: FiscalYear) -> Parts? {
    let (it, panel) = (nodes.nodes[node], nodes.panel)
    let key = LastPlan.Key(
      level: it.level, unit: panel.units.code(it.unit), subject: panel.subjects.code(it.subject),
      year: year)
    guard let steps = last.steps(key) else { return nil }
    var parts = Parts()
    for step in Step.allCases { parts.add(step, steps[step] ?? .zero) }
    return parts
  }

  private func parts(_ node: Int, _ year: FiscalYear) -> Parts? {
    guard let prediction = projection.predictions.of(node, .budget, year) else { return nil }
    var parts = Parts()
    for step in projection.explanations.steps(prediction) { parts.add(step.step, step.amount) }
    return parts
  }
}
