import Analytics

/// How a projection is made.
public struct ProjectionOptions: Sendable {
  /// Years beyond the last year of any stage.
  public var horizon: Int
  public var origin: OriginRule
  /// One method for all, instead of the one that erred least.
  public var method: MethodName?

  public init(horizon: Int = 1, origin: OriginRule = .stage, method: MethodName? = nil) {
    precondition(horizon >= 1, "a horizon of \(horizon) years")
    self.horizon = horizon
    self.origin = origin
    self.method = method
  }
}

/// Forecasts every line of a dataset from its own history, and adds them up.
public struct Projection: Sendable {
  /// By node, stage and year.
  public let predictions: [Prediction]
  public let accuracy: [AccuracyRow]

  /// - Parameter lastDigit: One in the last printed digit of a forecast; means are rounded to it
  ///   before they are added, so that printed parts add up to printed totals.
  public init(_ nodes: NodeTable, _ options: ProjectionOptions, lastDigit: Money) {
    let season = Season(nodes, rule: options.origin)
    let rolling = RollingOrigin(season)
    var predictions: [Prediction] = []
    var accuracy: [AccuracyRow] = []
    for stage in season.stages {
      var fallback: [Basis: (model: IntervalModel, horizon: Int)] = [:]
      for target in season.targets(stage, horizon: options.horizon) {
        var projector = TargetProjector(
          season: season, rolling: rolling, target: target, forced: options.method,
          lastDigit: lastDigit, fallback: fallback)
        predictions += projector.predict()
        accuracy += projector.accuracy
        fallback = projector.measured
      }
    }
    self.predictions = predictions.sorted {
      ($0.node, $0.stage, $0.year) < ($1.node, $1.stage, $1.year)
    }
    self.accuracy = accuracy.sorted()
  }

  /// The forecast of a node at a stage and year, or nil.
  public func mean(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> Money? {
    var low = 0
    var high = predictions.count
    while low < high {
      let middle = (low + high) / 2
      let it = predictions[middle]
      if (it.node, it.stage, it.year) < (node, stage, year) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < predictions.count, predictions[low].node == node,
      predictions[low].stage == stage, predictions[low].year == year
    else { return nil }
    return predictions[low].mean
  }
}
