import Analytics

/// How the units and subjects of a panel depart from the whole at one place: in growth, in
/// execution, and in the growth that adopted budgets bring.
struct GroupTrends: Sendable {
  let spendingGrowth: Pair
  let budgetGrowth: Pair
  let execution1: Pair
  let execution4: Pair
  /// Four years of the target's growth.
  let steady: (unit: SteadyGrowth, subject: SteadyGrowth)
  /// From this year's budget, and from this year's spending, to the adopted budget.
  let adoptedOnBudget: Pair
  let adoptedOnSpending: Pair

  struct Pair: Sendable {
    let unit: GroupDeviation
    let subject: GroupDeviation
  }

  /// No growth counts beyond half of a group's size.
  private static let growthLimit = 0.5

  /// - Parameter adoptedAt: The place whose budget is adopted, or nil.
  init(_ panel: FiscalPanel, at place: Int, adoptedAt: Int?) {
    let (y, b) = (panel.spending, panel.budget)
    func growth(_ from: FiscalPanel.Amounts, _ to: FiscalPanel.Amounts) -> Pair {
      Self.pair(panel, limit: Self.growthLimit) { line in
        guard let a = from[line], let b = to[line] else { return nil }
        let size = (abs(a) + abs(b)) / 2
        return (max(-size, min(size, b - a)), size)
      }
    }
    let (spending, budget) = (panel.amounts(y, at: place), panel.amounts(b, at: place))
    spendingGrowth = growth(panel.amounts(y, at: place - 1), spending)
    budgetGrowth = growth(panel.amounts(b, at: place - 1), budget)
    execution1 = Self.execution(panel, place...place)
    execution4 = Self.execution(panel, place - 3...place)
    let steps = (place - 3...place).map {
      (panel.amounts(panel.target, at: $0 - 1), panel.amounts(panel.target, at: $0))
    }
    steady = (SteadyGrowth(panel.units, steps), SteadyGrowth(panel.subjects, steps))
    let adopted = panel.amounts(adoptedAt == nil ? nil : b, at: adoptedAt ?? place)
    adoptedOnBudget = growth(budget, adopted)
    adoptedOnSpending = growth(spending, adopted)
  }

  /// Spending against budget over some years, over those in which a line has both.
  private static func execution(_ panel: FiscalPanel, _ places: ClosedRange<Int>) -> Pair {
    let years = places.map { (panel.amounts(panel.spending, at: $0), panel.amounts(panel.budget, at: $0)) }
    return pair(panel, limit: .infinity) { line in
      var (spent, planned, seen) = (0.0, 0.0, false)
      for (spending, budget) in years {
        guard let y = spending[line], let b = budget[line] else { continue }
        (spent, planned, seen) = (spent + y, planned + b, true)
      }
      guard seen else { return nil }
      let size = abs(planned)
      return (max(-size, min(size, spent - planned)), size)
    }
  }

  private static func pair(
    _ panel: FiscalPanel, limit: Double, _ ratio: (Int) -> (change: Double, size: Double)?
  ) -> Pair {
    let ratios = (0..<panel.lineCount).map(ratio)
    return Pair(
      unit: GroupDeviation(panel.units, ratios, limit: limit),
      subject: GroupDeviation(panel.subjects, ratios, limit: limit))
  }
}
