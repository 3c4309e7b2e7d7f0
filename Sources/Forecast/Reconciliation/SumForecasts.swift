import Analytics

/// The own forecasts of classes, units, subjects and the total: each is a line of a panel of sums,
/// and is forecast as lines are.
struct SumForecasts {
  /// The place in the table of nodes of each sum.
  private let places: [Int]
  private let levels: [Level]
  private let rolling: RollingOrigin

  /// - Returns: Nil where no node is a sum of two lines, where sums are not asked for, and where
  ///   the past of lines is known of parts of units only, so that nothing says how far they err
  ///   together.
  init?(_ lines: RollingOrigin, _ options: ProjectionOptions) {
    let nodes = lines.season.nodes
    guard options.reconciliation != .bottomUp, options.origin == .stage,
      lines.sample.hasWholeUnits || options.reconciliation == .topDown
    else { return nil }
    places = nodes.properSums
    guard !places.isEmpty else { return nil }
    levels = places.map { nodes.nodes[$0].level }
    rolling = RollingOrigin(
      Season(nodes.lines(ofNodes: places), rule: options.origin),
      LineSample(ofSums: places, lines.sample, nodes))
  }

  /// The forecasters of a stage; nil where sums and lines do not start from the same year.
  func forecasters(
    _ stage: Stage, _ season: Season, _ options: ProjectionOptions
  ) -> StageForecasters? {
    guard rolling.season.stages.contains(stage),
      rolling.season.histories(stage).origin == season.histories(stage).origin,
      rolling.season.calendar == season.calendar
    else { return nil }
    return StageForecasters(rolling, stage, options)
  }

  func projector(
    _ target: Target, _ forecasters: StageForecasters, _ options: ProjectionOptions,
    earlier: [Basis: EarlierModel]
  ) -> TargetProjector {
    TargetProjector(
      rolling, target, forecasters, options, known: .none, staffing: nil, earlier: earlier,
      after: LineWays(rolling.season, .none, explains: false))
  }

  /// The forecasts of a projector, by their places in the table of nodes.
  func amounts(_ projector: TargetProjector) -> [SumProblem.Amount] {
    var projector = projector
    return projector.lineForecasts().map { forecast in
      SumProblem.Amount(
        place: places[forecast.node], base: forecast.base, kind: .sum(levels[forecast.node]),
        spread: forecast.spread, isKnown: false, canBeNegative: forecast.canBeNegative)
    }
  }

  /// What was forecast at past origins, and what came.
  func pasts(_ projector: TargetProjector) -> [[(amount: SumProblem.Amount, actual: Double)]] {
    projector.pasts.map { origin in
      origin.map { past in
        let amount = SumProblem.Amount(
          place: places[past.node], base: past.base, kind: .sum(levels[past.node]),
          spread: past.spread, isKnown: false, canBeNegative: past.canBeNegative)
        return (amount, past.actual)
      }
    }
  }
}
