/// The years of one ordinary line, drawn from `PanelFacts`.
///
/// A level that grows, in some years a jump and then a return to the level, spells of zero, blank
/// years, a first and a last year. The budget is what the outturn without its jump is some per
/// cent of.
struct LineProcess {
  /// The median line: 400,000 of the currency unit.
  static let medianSize: Int64 = 40_000_000
  private static let limit: Int64 = 100_000_000_000_000  // growth in thousandths still fits
  private static let wholeHundreds: Int64 = 10_000

  private var random: SplitMix64
  /// 0 for a small line, 2 for a large one.
  private let third: Int
  private var level: Int64
  private var value: Int64
  /// What a budget can know of the value: not a jump.
  private var expected: Int64
  private var hasJumped = false
  private var isZero = false
  private var lastBudget: Int64?

  init(_ random: SplitMix64) {
    self.random = random
    let relativeSize = PanelFacts.size.draw(&self.random)
    third = PanelFacts.thirdsOfSize.firstIndex { relativeSize < $0 } ?? 2
    level = max(1, LineProcess.medianSize / 10_000 * Int64(relativeSize))
    value = level
    expected = level
  }

  /// The line over a number of closed years and the one that is budgeted for.
  ///
  /// - Parameters:
  ///   - isLasting: There from the first year to the last without a gap.
  ///   - isNegative: Repayments and refunds: all amounts below zero.
  static func amounts(
    years: Int, random: SplitMix64, isLasting: Bool = false, isNegative: Bool = false
  ) -> [StageAmounts] {
    var line = LineProcess(random)
    let life = isLasting ? 0...years : line.life(years)
    let amounts = (0...years).map { year -> StageAmounts in
      if year > 0 { line.step() }
      var amount = line.year(isFirst: year == life.lowerBound && year > 0)
      let isGap =
        line.random.happens(PanelFacts.gaps) && !isLasting && year > life.lowerBound
        && year < years - 1
      guard life.contains(year), !isGap else { return StageAmounts() }
      if year == years { (amount.revised, amount.outturn) = (nil, nil) }
      return amount
    }
    return isNegative ? amounts.map { $0.map { -$0 } } : amounts
  }

  /// From its first year to its last, the year to come being number `years`.
  private mutating func life(_ years: Int) -> ClosedRange<Int> {
    let later = PanelFacts.births * (years - 1)
    let isLater = years > 1 && random.below(10_000 + later) < later
    let first = isLater ? random.from(1...(years - 1)) : 0
    var last = first
    while last < years && !random.happens(PanelFacts.deaths) { last += 1 }
    return first...last
  }

  // MARK: Outturns

  private mutating func step() {
    isZero = isZero ? !random.happens(PanelFacts.fromZero) : random.happens(PanelFacts.toZero)
    if random.happens(PanelFacts.outturnUnchanged) { return }
    let calm = grown(by: calmGrowth(), hasJumped ? level : value)
    expected = calm
    if !hasJumped && random.happens(PanelFacts.jumpsBySize[third]) {
      level = calm
      value = grown(by: jump(), value)
      hasJumped = true
    } else {
      value = calm
      level = calm
      hasJumped = false
    }
  }

  private mutating func calmGrowth() -> Int {
    let drawn = PanelFacts.growth.draw(
      &random, from: PanelFacts.calm.lowerBound, to: PanelFacts.calm.upperBound)
    let median = PanelFacts.medianGrowth
    return median + (drawn - median) * PanelFacts.volatilityBySize[third] / 1_000
  }

  private mutating func jump() -> Int { drawOutside(PanelFacts.calm, PanelFacts.growth) }

  private mutating func execution() -> Int {
    let usual = PanelFacts.usualExecution
    return !hasJumped && random.happens(PanelFacts.unusualExecutionBySize[third])
      ? drawOutside(usual, PanelFacts.execution)
      : PanelFacts.execution.draw(&random, from: usual.lowerBound, to: usual.upperBound)
  }

  /// A value below or above the middle of a distribution.
  private mutating func drawOutside(_ middle: ClosedRange<Int>, _ table: QuantileTable) -> Int {
    random.happens(PanelFacts.unusualBelow)
      ? table.draw(&random, from: 0, to: middle.lowerBound)
      : table.draw(&random, from: middle.upperBound, to: 10_000)
  }

  private func grown(by growth: Int, _ amount: Int64) -> Int64 {
    min(LineProcess.limit, max(1, amount + thousandths(growth, of: amount)))
  }

  // MARK: Stages

  private mutating func year(isFirst: Bool) -> StageAmounts {
    let outturn = isZero ? 0 : value
    var budget: Int64 = expected * 1_000 / Int64(execution())
    budget = max(100, budget >= LineProcess.wholeHundreds ? wholeHundreds(budget) : budget)
    if random.happens(PanelFacts.executedExactly) { budget = value }
    if let lastBudget, random.happens(PanelFacts.budgetUnchanged) { budget = lastBudget }
    lastBudget = budget
    let isSupplement = isFirst && random.below(2) == 0
    let revised = isSupplement ? outturn : revised(budget, outturn)
    return StageAmounts(budget: isSupplement ? nil : budget, revised: revised, outturn: outturn)
  }

  /// Between what was budgeted and what was spent, never below what was spent.
  private mutating func revised(_ budget: Int64, _ outturn: Int64) -> Int64 {
    outturn >= budget ? outturn : outturn + (budget - outturn) / 4 * Int64(random.below(5))
  }

  private func wholeHundreds(_ amount: Int64) -> Int64 {
    amount / LineProcess.wholeHundreds * LineProcess.wholeHundreds
  }
}
