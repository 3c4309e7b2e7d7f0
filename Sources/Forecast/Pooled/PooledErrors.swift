import LinearAlgebra

/// How far a pooled regression is out, in scale × volatility, by how lively a line is.
///
/// The errors of each origin are those of the regression that was fitted without it, so that a
/// year's shock, which all its rows share, is an error and not learned. They are mixed with the
/// errors of other panels, which count as two origins.
struct PooledErrors: Sendable {
  /// The volatilities that part calm, usual and lively lines.
  private let cuts: [Double]
  /// Limits of each part.
  private let limits: [Limits]

  /// How many origins the prior's errors count as.
  private static let priorOrigins = 2.0
  /// What is added to half-widths, in origins: a few years show less than what can come.
  private static let caution = 0.15
  /// Nominal tails are cut by this: errors of origins left out spread a little more than it takes.
  private static let tails = 0.95

  /// What a line did and what was said of it, in scales.
  struct Residual: Sendable {
    let origin: Int
    let volatility: Double
    let change: Double
    let predicted: Double

    /// In scale × volatility, where forecasts take a share of what is predicted.
    func error(share: Double) -> Double { (change - share * predicted) / volatility }
  }

  /// - Parameters:
  ///   - share: What part of the pooled change forecasts take.
  ///   - origins: How many origins the residuals are of, in years that do not overlap.
  ///   - prior: Quantiles of the three parts, or none.
  ///   - volatilities: Of the lines that are forecast; they part the lines where there are no
  ///     residuals.
  /// - Returns: Nil where there is neither a residual nor a prior.
  init?(
    _ residuals: [Residual], share: Double, origins: Double, prior: [[Double]]?,
    volatilities: [Double]
  ) {
    guard !residuals.isEmpty || prior != nil else { return nil }
    let measured = residuals.isEmpty ? volatilities : residuals.map(\.volatility)
    let cuts = Self.cuts(measured)
    self.cuts = cuts
    limits = (0...2).map { part in
      let own = residuals.filter { Self.part($0.volatility, cuts) == part }.map {
        $0.error(share: share)
      }
      return Self.limits(
        own, weight: origins, prior: prior?[part] ?? []
      ).scaled(by: 1 + Self.caution / (origins + 1))
    }
  }

  /// The errors of coefficients that were fitted elsewhere.
  static func residuals(_ sample: FiscalSample, _ coefficients: [Double]) -> [Residual] {
    sample.origins.flatMap { origin in
      let predicted = origin.design.predictions(sample.columns.map { coefficients[$0] })
      return zip(origin.rows, predicted).map { row, predicted in
        Residual(
          origin: origin.place, volatility: row.volatility, change: row.change,
          predicted: FiscalSnapshot.clipped(predicted))
      }
    }
  }

  /// The volatilities that part a third of the lines from the next.
  static func cuts(_ volatilities: [Double]) -> [Double] {
    guard !volatilities.isEmpty else { return [] }
    return [1, 2].map { volatilities.ordered(at: $0 * (volatilities.count - 1) / 3) }
  }

  /// 0 for the calm, 1 for the usual, 2 for the lively.
  static func part(_ volatility: Double, _ cuts: [Double]) -> Int {
    cuts.count { volatility > $0 }
  }

  func limits(volatility: Double) -> Limits {
    limits[Self.part(volatility, cuts)].scaled(by: volatility)
  }

  private static func limits(_ own: [Double], weight: Double, prior: [Double]) -> Limits {
    var weighted = own.map { ($0, weight / Double(own.count)) }
    weighted += prior.map { ($0, priorOrigins / Double(prior.count)) }
    let quantiles = WeightedQuantiles(weighted)
    return Limits(
      low95: min(0, quantiles[0.025 * tails]), low80: min(0, quantiles[0.1 * tails]),
      high80: max(0, quantiles[1 - 0.1 * tails]), high95: max(0, quantiles[1 - 0.025 * tails]))
  }
}

/// Quantiles of weighted numbers, linear between the middles of their weights (Hyndman and Fan
/// 1996, The American Statistician 50, 361–365, definition 5, with weights).
struct WeightedQuantiles {
  private let values: [Double]
  /// Σ of the weights before and half of the own.
  private let middles: [Double]
  private let total: Double

  init(_ weighted: [(value: Double, weight: Double)]) {
    let sorted = weighted.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
    values = sorted.map(\.value)
    var sum = 0.0
    middles = sorted.map { entry in
      defer { sum += entry.weight }
      return sum + entry.weight / 2
    }
    total = sum
  }

  /// The quantile of a probability; 0 of no numbers.
  subscript(probability: Double) -> Double {
    guard let first = values.first, let last = values.last else { return 0 }
    let position = probability * total
    var (low, high) = (0, middles.count)
    while low < high {
      let middle = (low + high) / 2
      if middles[middle] <= position { low = middle + 1 } else { high = middle }
    }
    if low == 0 { return first }
    if low == middles.count { return last }
    let part = (position - middles[low - 1]) / (middles[low] - middles[low - 1])
    return values[low - 1] + part * (values[low] - values[low - 1])
  }
}
