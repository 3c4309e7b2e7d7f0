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
    let predicted = sample.design.predictions(sample.columns.map { coefficients[$0] })
    return sample.origins.flatMap { origin in
      origin.rows.map { place in
        let row = sample.rows[place]
        return Residual(
          origin: origin.place, volatility: row.volatility, change: row.change,
          predicted: FiscalSnapshot.clipped(predicted[place]))
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
    let quantiles = WeightedQuantiles([
      (own, weight / Double(own.count)), (prior, priorOrigins / Double(prior.count)),
    ])
    return Limits(
      low95: min(0, quantiles[0.025 * tails]), low80: min(0, quantiles[0.1 * tails]),
      high80: max(0, quantiles[1 - 0.1 * tails]), high95: max(0, quantiles[1 - 0.025 * tails]))
  }
}
