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

  /// - Parameters:
  ///   - start: The first place that is comparable; nothing before it is used.
  ///   - adoptedAt: The place whose budget is adopted, or nil.
  init(_ panel: FiscalPanel, since start: Int, at place: Int, adoptedAt: Int?) {
    let (y, b) = (panel.spending, panel.budget)
    func amounts(_ stage: Stage?, at place: Int) -> Season.Amounts {
      panel.season.amounts(place < start ? nil : stage, at: place)
    }
    func growth(_ from: Season.Amounts, _ to: Season.Amounts) -> Pair {
      Self.pair(panel, limit: Self.growthLimit) { line in
        guard let a = from[line], let b = to[line] else { return nil }
        let size = (abs(a) + abs(b)) / 2
        return (max(-size, min(size, b - a)), size)
      }
    }
    let (spending, budget) = (amounts(y, at: place), amounts(b, at: place))
    spendingGrowth = growth(amounts(y, at: place - 1), spending)
    budgetGrowth = growth(amounts(b, at: place - 1), budget)
    execution1 = Self.execution(panel, [(spending, budget)])
    let fourYears = (place - 3...place).map { (amounts(y, at: $0), amounts(b, at: $0)) }
    execution4 = Self.execution(panel, fourYears)
    let steps = (place - 3...place).map {
      (amounts(panel.target, at: $0 - 1), amounts(panel.target, at: $0))
    }
    steady = (SteadyGrowth(panel.units, steps), SteadyGrowth(panel.subjects, steps))
    let adopted = amounts(adoptedAt == nil ? nil : b, at: adoptedAt ?? place)
    adoptedOnBudget = growth(budget, adopted)
    adoptedOnSpending = growth(spending, adopted)
  }

  /// Spending against budget over some years, over those in which a line has both.
  private static func execution(
    _ panel: FiscalPanel, _ years: [(spending: Season.Amounts, budget: Season.Amounts)]
  ) -> Pair {
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
