/// Whether the year of a ceiling is still to be forecast, and if not, what became of it.
struct CeilingYear {
  private let nodes: NodeTable
  private let horizon: Int

  /// - Parameter horizon: Years beyond the last year of the dataset that are forecast.
  init(_ nodes: NodeTable, horizon: Int) {
    self.nodes = nodes
    self.horizon = horizon
  }

  /// The last year that has a stage, after which it is forecast.
  func origin(_ stage: Stage) -> FiscalYear? {
    nodes.total.flatMap { total in
      nodes.panel.years.last { nodes.cell(total, stage, $0).money != nil }
    }
  }

  /// Nil where the ceiling's year is to be forecast.
  ///
  /// - Parameter members: What the ceiling is about, as far as that can be told.
  func obstacle(_ ceiling: Ceiling, _ members: CeilingMembers?) -> UnappliedCeiling.Obstacle? {
    let panel = nodes.panel
    guard let newest = panel.years.last else { return nil }
    if ceiling.year.number > newest.number + horizon {
      return .beyondHorizon(FiscalYear(min(9999, newest.number + horizon)))
    }
    guard let origin = origin(ceiling.stage), ceiling.year <= origin else { return nil }
    guard panel.years.contains(ceiling.year) else { return .noSuchYear(origin) }
    return .adopted(members.flatMap { outcome(ceiling, $0) })
  }

  /// What was adopted or spent, against the limit.
  private func outcome(
    _ ceiling: Ceiling, _ members: CeilingMembers
  ) -> UnappliedCeiling.Outcome? {
    guard let amount = amount(members, ceiling.stage, ceiling.year),
      let limit = limit(ceiling, members)
    else { return nil }
    return UnappliedCeiling.Outcome(amount: amount, limit: limit, rule: ceiling.rule)
  }

  private func limit(_ ceiling: Ceiling, _ members: CeilingMembers) -> Money? {
    switch ceiling.limit {
    case .amount(let amount): return amount
    case .ofLast(let ratio):
      guard let before = ceiling.year.previous,
        let last = amount(members, ceiling.stage, before)
      else { return nil }
      let scaled = Int128(last.cents) * Int128(ratio.mantissa)
      let limit = scaled.dividedRoundingHalfAway(by: .powerOfTen(ratio.decimals))
      return Int64(exactly: limit).map(Money.init(cents:))
    }
  }

  private func amount(_ members: CeilingMembers, _ stage: Stage, _ year: FiscalYear) -> Money? {
    switch members {
    case .node(let place): return nodes.cell(place, stage, year).money
    case .lines(let lines):
      let amounts = lines.compactMap { nodes.cell($0, stage, year).money }
      return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
    }
  }
}

extension UnappliedCeiling {
  /// What a year that is known already has, where it can be held against the ceiling.
  public struct Outcome: Hashable, Sendable {
    let amount: Money
    let limit: Money
    private let rule: Ceiling.Rule

    init(amount: Money, limit: Money, rule: Ceiling.Rule) {
      self.amount = amount
      self.limit = limit
      self.rule = rule
    }

    /// What the amount has beyond what the rule allows: below zero where it has too little.
    var excess: Money {
      switch rule {
      case .fixed: amount - limit
      case .atMost: max(.zero, amount - limit)
      case .atLeast: min(.zero, amount - limit)
      }
    }
  }
}
