import Analytics
import LinearAlgebra

/// How a projection is made.
public struct ProjectionOptions: Sendable {
  /// Years beyond the last year of any stage.
  public var horizon: Int
  public var origin: OriginRule
  /// One method for all, instead of the mixture.
  public var method: MethodName?
  /// What other panels have taught.
  public var prior: Prior
  /// How many threads share the work; results do not depend on it.
  public var workers: Workers
  /// Whether past origins are scored even where forecasts can be made without.
  public var scoresPast: Bool
  /// How lines and sums are brought to agree.
  public var reconciliation: ReconciliationMethod
  /// Whether the steps of forecasts are kept.
  public var explains: Bool

  public init(
    horizon: Int = 1, origin: OriginRule = .stage, method: MethodName? = nil, prior: Prior = .none,
    workers: Workers = .one, scoresPast: Bool = true,
    reconciliation: ReconciliationMethod = .auto, explains: Bool = false
  ) {
    precondition(horizon >= 1, "a horizon of \(horizon) years")
    self.horizon = horizon
    self.origin = origin
    self.method = method
    self.prior = prior
    self.workers = workers
    self.scoresPast = scoresPast
    self.reconciliation = reconciliation
    self.explains = explains
  }
}

/// Forecasts every line of a dataset, and brings lines and sums to agree.
public struct Projection: Sendable {
  public let predictions: Predictions
  public let accuracy: [AccuracyRow]
  /// How far cost follows heads, by stage, horizon and basis; none without people.
  public let responses: [ResponseRow]
  /// Years that teach nothing about the next, by year.
  public let breaks: [PanelBreaks.Break]
  /// How the targets were reconciled, by stage and horizon.
  public let certificates: [ReconciliationCertificate]
  /// Ceilings that have no effect, in the order of their table.
  public let notices: [UnappliedCeiling]
  /// Where they were asked for.
  public let explanations: Explanations
  private let holding: [Target: HoldingCeilings]
  /// One in the last printed digit.
  let lastDigit: Money
  /// What the regression says of lines whose forecast is known otherwise.
  public let references: References

  /// - Parameters:
  ///   - lastDigit: One in the last printed digit of a forecast; means are rounded to it so that
  ///     printed parts add up to printed totals.
  ///   - known: Forecasts of lines that take the place of the regression's.
  ///   - ceilings: What amounts must be, may be at most, or must be at least.
  ///   - changes: What is known of lines and changes the regression's forecasts.
  ///   - staffing: People, dates and rates, from which more is known.
  /// - Throws: `CeilingContradiction` if ceilings cannot all be kept.
  public init(
    _ nodes: NodeTable, _ options: ProjectionOptions, lastDigit: Money,
    known: KnownForecasts = .none, ceilings: CeilingRules = .none, changes: KnownChanges = .none,
    staffing: StaffingModel? = nil
  ) throws(CeilingContradiction) {
    let season = Season(nodes, rule: options.origin)
    let rolling = RollingOrigin(season)
    let sums = SumForecasts(rolling, options)
    var predictions = Predictions()
    var accuracy: [AccuracyRow] = []
    var certificates: [ReconciliationCertificate] = []
    var notices = ceilings.notices
    var tables: [Target: StepTable] = [:]
    var holding: [Target: HoldingCeilings] = [:]
    var references = References()
    var responses: [ResponseRow] = []
    for stage in season.stages {
      var projector = StageProjector(
        rolling, stage, options, sums, lastDigit: lastDigit, known: known, ceilings, changes,
        staffing)
      try projector.projectAll()
      predictions.add(projector.predictions)
      accuracy += projector.accuracy
      certificates += projector.certificates
      notices += projector.notices
      responses += projector.responses
      tables.merge(projector.steps) { $1 }
      holding.merge(projector.holding) { $1 }
      references.add(projector.references)
    }
    breaks = PanelBreaks(season, season.stages).all(season.calendar)
    explanations = Explanations(consume tables, predictions, nodes, lastDigit: lastDigit)
    self.predictions = predictions
    self.accuracy = accuracy.sorted()
    self.certificates = certificates
    self.notices = notices
    self.holding = holding
    self.lastDigit = lastDigit
    self.references = references
    self.responses = responses.sorted {
      ($0.stage, $0.horizon, $0.basis.rawValue) < ($1.stage, $1.horizon, $1.basis.rawValue)
    }
  }

  /// How far cost follows heads in a line's forecast.
  func response(_ it: Prediction) -> HeadcountResponse {
    func response(_ basis: Basis) -> HeadcountResponse? {
      responses.first {
        $0.stage == it.stage && $0.horizon == it.horizon && $0.basis == basis
      }?.response
    }
    return response(it.basis) ?? response(.history) ?? .none
  }

  /// The ceilings that moved a forecast, on its node or on what that is part of, the nearest first.
  public func ceilings(moving it: Prediction, _ nodes: NodeTable) -> [Ceiling] {
    guard abs(it.constrained - it.reconciled) >= Double(lastDigit.cents) / 2
    else { return [] }
    return holding[Target(stage: it.stage, horizon: it.horizon)]?.over(it.node, nodes) ?? []
  }

  /// The mean of the forecast of a node at a stage and year, or nil.
  public func mean(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> Money? {
    predictions.of(node, stage, year)?.mean
  }
}
