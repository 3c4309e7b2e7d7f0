/// One feature of the pooled regressions: its name, its own multiple of the ridge, and its formula.
///
/// Formulas are in scales of the line (`LineView`); the gate of the task multiplies them all.
struct FiscalFeature: Sendable {
  let name: String
  let ridge: Double
  /// The first horizon whose regression has it.
  let firstHorizon: Int
  let value: @Sendable (LineView, GroupTrends) -> Double

  init(
    _ name: String, ridge: Double = 1, from firstHorizon: Int = 1,
    _ value: @escaping @Sendable (LineView, GroupTrends) -> Double
  ) {
    self.name = name
    self.ridge = ridge
    self.firstHorizon = firstHorizon
    self.value = value
  }

  /// What is above zero of a feature, as another: rises and falls need not count alike.
  private var whereAboveZero: FiscalFeature {
    FiscalFeature("\(name)+", ridge: ridge) { max(0, value($0, $1)) }
  }

  /// The feature in the regressions of a horizon and those beyond it only.
  private func from(horizon: Int) -> FiscalFeature {
    FiscalFeature(name, ridge: ridge, from: horizon, value)
  }

  /// The level times a group's departure from the whole.
  private static func group(
    _ name: String, ridge: Double, _ departure: @escaping @Sendable (GroupTrends, Int) -> Double
  ) -> FiscalFeature {
    FiscalFeature(name, ridge: ridge) { $0.level * departure($1, $0.line) }
  }

  // MARK: Features of several tasks

  private static let level = FiscalFeature("lev") { view, _ in view.level }
  private static let meanOfThree = FiscalFeature("m3") { view, _ in
    view.inScales(view.recent.meanOfThree - view.current)
  }
  private static let trend = FiscalFeature("tr") { view, _ in view.inScales(view.recent.slope) }
  private static let counterpart = FiscalFeature("ob") { view, _ in
    view.inScales(view.counterpart.map { $0 - view.current })
  }
  private static let counterpartSeen = FiscalFeature("obm") { view, _ in
    view.counterpart == nil ? 0 : 1
  }
  private static let gap = FiscalFeature("gap") { view, _ in view.inScales(view.pairs.meanGap(4)) }
  private static let levelBySize = FiscalFeature("levsz") { view, _ in view.level * view.rank }
  private static let levelByVolatility = FiscalFeature("levv") { view, _ in
    view.level * min(1, view.volatility ?? 0)
  }

  // MARK: The next outturn

  static let ofOutturn: [FiscalFeature] =
    [
      level, meanOfThree, trend, counterpart, gap, counterpartSeen, levelBySize,
      levelByVolatility, meanOfThree.whereAboveZero, counterpart.whereAboveZero,
      gap.whereAboveZero, trend.whereAboveZero,
    ] + growthOfGroups(ridge: 10)

  private static func growthOfGroups(ridge: Double) -> [FiscalFeature] {
    [
      group("huy", ridge: ridge) { $0.spendingGrowth.unit[$1] },
      group("hsy", ridge: ridge) { $0.spendingGrowth.subject[$1] },
      group("hub", ridge: ridge) { $0.budgetGrowth.unit[$1] },
      group("hsb", ridge: ridge) { $0.budgetGrowth.subject[$1] },
      group("xu1", ridge: ridge) { $0.execution1.unit[$1] },
      group("xs1", ridge: ridge) { $0.execution1.subject[$1] },
      group("xu4", ridge: ridge) { $0.execution4.unit[$1] },
      group("xs4", ridge: ridge) { $0.execution4.subject[$1] },
      group("gs3", ridge: ridge) { $0.steady.subject[$1] },
      group("gu3", ridge: ridge) { $0.steady.unit[$1] },
    ]
  }

  // MARK: The outturn of a year whose budget is adopted

  private static let rise = FiscalFeature("by") { view, _ in view.adoptedLess(view.current) }
  private static let riseOnMean = FiscalFeature("bm") { view, _ in
    view.adoptedLess(view.recent.meanOfThree)
  }
  private static let meanExecution = FiscalFeature("ratg") { view, _ in
    view.inScales(view.adopted.map { $0 * view.pairs.executionOverFour })
  }

  static let ofExecution: [FiscalFeature] =
    [
      level, rise, FiscalFeature("bb") { view, _ in view.adoptedLess(view.counterpart) },
      riseOnMean, FiscalFeature("bm6") { view, _ in view.adoptedLess(view.recent.median) },
      FiscalFeature("gap1") { view, _ in
        view.inScales(view.counterpart.map { view.current - $0 })
      },
      gap, meanExecution, levelBySize, levelByVolatility,
      FiscalFeature("levg") { view, _ in
        view.level * min(1, (view.pairs.meanSizeOfGap(5) ?? 0) / view.scale)
      },
      meanExecution.whereAboveZero, rise.whereAboveZero,
      FiscalFeature("ratm") { view, _ in
        view.inScales(view.adopted.map { $0 * view.pairs.medianExecution })
      },
      FiscalFeature("bmz") { view, trends in
        view.current == 0 ? riseOnMean.value(view, trends) : 0
      },
      FiscalFeature("obs") { view, _ in view.pairs.isKnownAtOrigin ? 1 : 0 },
      FiscalFeature("bysm") { view, trends in
        view.adopted == view.counterpart ? rise.value(view, trends) : 0
      },
    ] + adoptionOfGroups(ridge: 30)

  private static func adoptionOfGroups(ridge: Double) -> [FiscalFeature] {
    [
      group("hub", ridge: ridge) { $0.budgetGrowth.unit[$1] },
      group("xu1", ridge: ridge) { $0.execution1.unit[$1] },
      group("xs1", ridge: ridge) { $0.execution1.subject[$1] },
      group("xu4", ridge: ridge) { $0.execution4.unit[$1] },
      group("xs4", ridge: ridge) { $0.execution4.subject[$1] },
      group("nub", ridge: ridge) { $0.adoptedOnBudget.unit[$1] },
      group("nsb", ridge: ridge) { $0.adoptedOnBudget.subject[$1] },
      group("nuy", ridge: ridge) { $0.adoptedOnSpending.unit[$1] },
      group("nsy", ridge: ridge) { $0.adoptedOnSpending.subject[$1] },
      group("gu3", ridge: ridge) { $0.steady.unit[$1] },
    ]
  }

  // MARK: The next budget

  static let ofBudget: [FiscalFeature] = [
    level, meanOfThree, trend, counterpart, gap, levelBySize, levelByVolatility,
    group("hsb", ridge: 1) { $0.budgetGrowth.subject[$1] },
    group("gu3", ridge: 1) { $0.steady.unit[$1] },
    FiscalFeature("trv") { view, _ in
      view.inScales(view.recent.slope) * min(1, view.volatility ?? 0)
    },
    counterpart.whereAboveZero.from(horizon: 2),
  ]
}
