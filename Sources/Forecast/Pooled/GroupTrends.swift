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
    /// Of this place last, and of the four before it.
    func years(_ stage: Stage?) -> [Season.Amounts] {
      (place - 4...place).map { panel.season.amounts($0 < start ? nil : stage, at: $0) }
    }
    func growth(_ from: Season.Amounts, _ to: Season.Amounts) -> Pair {
      Self.pair(panel, limit: Self.growthLimit) { line in
        guard let a = from[line], let b = to[line] else { return nil }
        let size = (abs(a) + abs(b)) / 2
        return (max(-size, min(size, b - a)), size)
      }
    }
    let (spending, budget) = (years(panel.spending), years(panel.budget))
    spendingGrowth = growth(spending[3], spending[4])
    budgetGrowth = growth(budget[3], budget[4])
    execution1 = Self.execution(panel, spending[4...], budget[4...])
    execution4 = Self.execution(panel, spending[1...], budget[1...])
    let target = panel.target == panel.spending ? spending : budget
    let steps = Array(zip(target, target.dropFirst()))
    steady = (SteadyGrowth(panel.units, steps), SteadyGrowth(panel.subjects, steps))
    let adopted = panel.season.amounts(
      adoptedAt.flatMap { $0 < start ? nil : panel.budget }, at: adoptedAt ?? place)
    adoptedOnBudget = growth(budget[4], adopted)
    adoptedOnSpending = growth(spending[4], adopted)
  }

  /// Spending against budget over some years, over those in which a line has both.
  private static func execution(
    _ panel: FiscalPanel, _ spending: ArraySlice<Season.Amounts>,
    _ budget: ArraySlice<Season.Amounts>
  ) -> Pair {
    var spent = [Double](repeating: 0, count: panel.lineCount)
    var planned = spent
    var isSeen = [Bool](repeating: false, count: panel.lineCount)
    for (spending, budget) in zip(spending, budget) {
      for line in 0..<panel.lineCount {
        guard let y = spending[line], let b = budget[line] else { continue }
        spent[line] += y
        planned[line] += b
        isSeen[line] = true
      }
    }
    return pair(panel, limit: .infinity) { line in
      guard isSeen[line] else { return nil }
      let size = abs(planned[line])
      return (max(-size, min(size, spent[line] - planned[line])), size)
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
