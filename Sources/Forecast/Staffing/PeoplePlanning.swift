import Analytics

/// What heads and rates make of one line.
struct PeoplePlanning {
  private let model: StaffingModel
  private let line: StaffedLine

  init(_ model: StaffingModel, _ line: StaffedLine) {
    self.model = model
    self.line = line
  }

  /// Adds to a plan that has what leaves the base already.
  func add(to plan: inout LinePlan) {
    let costings = costings(plan)
    for costing in costings { plan.items += costing.changes() }
    guard costings.allSatisfy(\.isCovered) else { return }
    plan.covered = max(0, costings.reduce(0) { $0 + $1.amount(plan.year) })
    if plan.stage != .budget {
      plan.expected = costings.reduce(0) { $0 + $1.expectedEvents }
      plan.expectedVariance = costings.reduce(0) { $0 + $1.expectedVariance }
    }
    plan.intervals = []
    plan.relativeWidth = CoveredWidth(model, line).relative(plan)
  }

  private func costings(_ plan: LinePlan) -> [PartCosting] {
    var parts = model.parts.parts(plan.line, plan.stage, plan.origin)
    if parts.isEmpty { parts = [LineParts.Part(kind: nil, amount: .zero)] }
    return parts.map { part in
      let base = Double(part.amount.cents) + leaving(part.kind, plan, parts)
      return PartCosting(
        model, line, part.kind, base: base, plan.stage, from: plan.origin, to: plan.year)
    }
  }

  /// What does not recur in a part; amounts of no kind count as personnel.
  private func leaving(
    _ kind: SpendingKind?, _ plan: LinePlan, _ parts: [LineParts.Part]
  ) -> Double {
    let usual: SpendingKind? = parts.contains { $0.kind == .personnel } ? .personnel : nil
    return plan.items.reduce(0) { sum, item in
      let isHere = parts.count == 1 || (item.kind ?? usual) == kind
      return sum + (isHere && item.step != .fullYear ? item.amount : 0)
    }
  }
}
