import Analytics

/// Forecasts one stage, horizon after horizon.
struct StageProjector {
  private let rolling: RollingOrigin
  private let stage: Stage
  private let options: ProjectionOptions
  private let lastDigit: Money
  private let known: KnownForecasts
  private let ceilings: CeilingRules
  private let staffing: StaffingModel?
  private let forecasters: StageForecasters
  private let sums: SumForecasts?
  private let sumForecasters: StageForecasters?

  private(set) var predictions = Predictions()
  private(set) var accuracy: [AccuracyRow] = []
  private(set) var certificates: [ReconciliationCertificate] = []
  private(set) var notices: [UnappliedCeiling] = []
  /// The ceilings that hold something.
  private(set) var holding: [Target: HoldingCeilings] = [:]
  /// The steps of lines, where they were asked for.
  private(set) var steps: [Target: StepTable] = [:]
  private(set) var references = References()
  /// How far cost follows heads.
  private(set) var responses: [ResponseRow] = []
  private var ways: LineWays
  /// What the models of the horizon before have handed on, of lines and of sums.
  private var earlier: [Basis: EarlierModel] = [:]
  private var earlierSums: [Basis: EarlierModel] = [:]
  private var choice: ReconciliationMethod?
  /// The means of the horizon before, by place in the table of nodes; empty without ceilings.
  private var lastMeans: [Money?] = []

  init(
    _ rolling: RollingOrigin, _ stage: Stage, _ options: ProjectionOptions,
    _ sums: SumForecasts?, lastDigit: Money, known: KnownForecasts, _ ceilings: CeilingRules,
    _ changes: KnownChanges, _ staffing: StaffingModel?
  ) {
    self.rolling = rolling
    self.stage = stage
    self.options = options
    self.lastDigit = lastDigit
    self.known = known
    self.ceilings = ceilings
    self.staffing = staffing
    ways = LineWays(rolling.season, changes, explains: options.explains)
    forecasters = StageForecasters(rolling, stage, options)
    self.sums = forecasters.isSeries ? nil : sums
    sumForecasters = self.sums?.forecasters(stage, rolling.season, options)
  }

  private var season: Season { rolling.season }
  private var nodes: NodeTable { season.nodes }

  mutating func projectAll() throws(CeilingContradiction) {
    for target in season.targets(stage, horizon: options.horizon) { try project(target) }
  }

  private mutating func project(_ target: Target) throws(CeilingContradiction) {
    var projector = TargetProjector(
      rolling, target, forecasters, options, known: known, staffing: staffing, earlier: earlier,
      after: ways)
    earlier = projector.handedOn(after: earlier)
    accuracy += projector.accuracy
    let lines = projector.lineForecasts()
    ways = projector.ways
    steps[target] = ways.steps
    references.add(projector.references)
    responses += projector.responses.map { ResponseRow(target, $0.key, $0.value) }
    guard season.rule == .stage, let year = lines.first?.year else {
      predictions.add(lines.map { $0.prediction(roundedTo: lastDigit) })
      return
    }
    let own = ownForecasts(target, lines)
    let backtest = backtest(projector, own)
    let chosen = ReconciliationChoice(options.reconciliation, backtest, earlier: choice)
    choice = chosen.method
    let found = ceilings.rules(stage, year, lastDigit: lastDigit) { last($0, year) }
    notices += found.notices
    let evidence = backtest?.evidence ?? .none
    let result = try TargetReconciliation(
      nodes, target, year: year, lines, sums: own?.amounts ?? [], chosen.method,
      evidence, rules: found.rules, lastDigit: lastDigit)
    certificates.append(result.certificate)
    holding[target] = HoldingCeilings(result.reached, nodes)
    let mixtures = reconciled(projector, backtest, chosen.method)
    accuracy += projector.accuracy(mixtures)
    add(
      target, lines, result, used(own, chosen.method, evidence),
      projector.mixtures.merging(mixtures) { $1 })
  }

  // MARK: Sums

  private struct OwnForecasts {
    let amounts: [SumProblem.Amount]
    let pasts: [[(amount: SumProblem.Amount, actual: Double)]]
  }

  /// The own forecasts that reconciliation has gone by.
  private func used(
    _ own: OwnForecasts?, _ method: ReconciliationMethod, _ evidence: SumEvidence
  ) -> [SumProblem.Amount] {
    switch method {
    case .bottomUp, .auto: []
    case .topDown: (own?.amounts ?? []).filter { $0.place == nodes.total }
    case .variance, .mint: (own?.amounts ?? []).compactMap(evidence.own)
    }
  }

  /// The own forecasts of sums; nil where they are not wanted. A sum that lacks a late line at the
  /// origin has none: its own history ends too low.
  private mutating func ownForecasts(
    _ target: Target, _ lines: [LineForecast]
  ) -> OwnForecasts? {
    guard let sums, let sumForecasters else { return nil }
    let late = Set(lines.filter { $0.status == .late }.flatMap { nodes.above($0.node) })
    let projector = sums.projector(target, sumForecasters, options, earlier: earlierSums)
    earlierSums = projector.handedOn(after: earlierSums)
    let amounts = sums.amounts(projector).filter { !late.contains($0.place) }
    let known = KnownSumChanges(nodes, lines)
    return OwnForecasts(
      amounts: amounts.map { $0.adding(known: known[$0.place]) }, pasts: sums.pasts(projector))
  }

  /// Nil where sums have no forecasts of their own.
  private func backtest(
    _ projector: TargetProjector, _ own: OwnForecasts?
  ) -> ReconciliationBacktest? {
    guard let own else { return nil }
    let origins = zip(projector.pasts, own.pasts).map {
      ReconciliationBacktest.Origin(lines: $0, sums: $1)
    }
    return ReconciliationBacktest(
      nodes, horizon: projector.target.horizon, origins, for: options.reconciliation)
  }

  /// The mixtures with past forecasts as they were after reconciliation, by basis.
  private func reconciled(
    _ projector: TargetProjector, _ backtest: ReconciliationBacktest?,
    _ method: ReconciliationMethod
  ) -> [Basis: Mixture] {
    guard let backtest, method != .bottomUp else {
      return projector.mixtures
    }
    let forecasts = backtest.reconciled(method)
    return Dictionary(
      uniqueKeysWithValues: projector.mixtures.map { basis, mixture in
        (basis, mixture.replacing { back, line in forecasts[back][basis]?[line] })
      })
  }

  // MARK: Predictions

  private func last(_ place: Int, _ year: FiscalYear) -> Money? {
    guard let before = year.previous else { return nil }
    return nodes.cell(place, stage, before).money ?? (lastMeans.isEmpty ? nil : lastMeans[place])
  }

  private mutating func add(
    _ target: Target, _ lines: [LineForecast], _ result: TargetReconciliation,
    _ own: [SumProblem.Amount], _ mixtures: [Basis: Mixture]
  ) {
    let found = lines.indices.map { line in
      let prediction = lines[line].prediction(
        reconciled: result.reconciled[line], constrained: result.constrained[line],
        mean: result.rounded[line])
      return result.holds[prediction.node].map(prediction.held) ?? prediction
    }
    let bases = own.map { ($0.place, $0.base) }
    let sums = NodeSums(
      nodes, target, mixtures.mapValues { NodeErrors(nodes, $0) },
      own: Dictionary(uniqueKeysWithValues: bases), holds: result.holds
    ).predictions(found)
    let all = found + sums  // lines are the first nodes
    predictions.add(all)
    if !ceilings.entries.isEmpty {
      lastMeans = Array(repeating: nil, count: nodes.nodes.count)
      for it in all { lastMeans[it.node] = it.mean }
    }
  }
}

extension LineForecast {
  /// As it is, on the last printed digit.
  fileprivate func prediction(roundedTo lastDigit: Money) -> Prediction {
    prediction(reconciled: base, constrained: base, mean: base.rounded(to: lastDigit))
  }
}
