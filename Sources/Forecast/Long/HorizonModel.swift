import LinearAlgebra

/// What was learned for one horizon: the change to come, and how far it will be out.
///
/// The pooled change is *s* *x*'β by least absolute deviations. Errors of the mixture with theta are *s* *z*'γ times a ratio, γ again by least absolute deviations of the error's size,
/// and the ratio's quantiles those of the sample (Lei et al. 2018, Journal of the American
/// Statistical Association 113, 1094–1111, section 5.2).
public struct HorizonModel: Codable, Hashable, Sendable {
  /// β, one a feature.
  let coefficients: [Double]
  /// γ, one a feature of spread.
  let spreadCoefficients: [Double]
  /// The least *z*'γ.
  let leastSpread: Double
  /// Of the ratio, at 2.5, 10, 90 and 97.5 %, widened for what no past origin has seen.
  let quantiles: [Double]

  /// The share of the pooled regression in a forecast; the rest is theta's.
  static let pooledShare = 0.5

  /// With fewer rows nothing is learned.
  static let fewestRows = 20
  private static let rounds = 3
  private static let threshold = LeastAbsoluteDeviations.Threshold.ofMedian(0.02)
  /// Ridges, as a part of the rows and some more.
  private static let (ridge, spreadRidge, moreRows) = (0.1, 0.01, 1000.0)
  private static let probabilities = [0.025, 0.1, 0.9, 0.975]
  /// Errors at origins that the coefficients have not seen are larger by about so much.
  private static let widening = 1.1

  /// - Returns: Nil where the sample has too few rows.
  init?(_ sample: LongSample, _ form: SeriesForm, horizon: Int) {
    let rows = sample.rows(horizon)
    guard rows.count >= Self.fewestRows else { return nil }
    var design = GridDesign(columns: form.columns)
    for row in rows {
      let change = GridDesign.onGrid(row.changes[horizon - 1])
      design.append(row.features[...], response: Float(change))
    }
    let weights = rows.map { $0.weights[horizon - 1] }
    guard let coefficients = Self.fit(design, weights, Self.ridge) else { return nil }

    let errors = zip(rows, design.predictions(coefficients)).map { row, change in
      row.changes[horizon - 1] - Self.mixed(change, row.thetaChanges[horizon - 1])
    }
    var spreads = GridDesign(columns: form.spreadColumns)
    for (row, error) in zip(rows, errors) {
      spreads.append(row.spreadFeatures[...], response: Float(GridDesign.onGrid(abs(error))))
    }
    let alike = Array(repeating: 1.0, count: rows.count)
    guard let spreadCoefficients = Self.fit(spreads, alike, Self.spreadRidge) else { return nil }

    let least = Self.leastPart * (errors.map { abs($0) }.median ?? 0)
    let ratios = zip(errors, spreads.predictions(spreadCoefficients)).map { error, spread in
      error / max(spread, least, .leastNormalMagnitude)
    }
    self.coefficients = coefficients
    self.spreadCoefficients = spreadCoefficients
    leastSpread = least
    quantiles = Self.probabilities.map { Self.widening * ratios.quantile($0) }
  }

  /// The least spread beside the median error.
  private static let leastPart = 0.1

  private static func fit(
    _ design: GridDesign, _ weights: [Double], _ ridge: Double
  ) -> [Double]? {
    let strength = ridge * (Double(design.rows) + moreRows)
    let none = Array(repeating: 0.0, count: design.columns)
    return try? LeastAbsoluteDeviations(
      design, weights: weights, threshold: threshold,
      ridge: LeastAbsoluteDeviations.Ridge(prior: none, strength: strength), rounds: rounds
    ).coefficients
  }

  /// The mixture of a pooled change or forecast and theta's.
  static func mixed(_ pooled: Double, _ theta: Double) -> Double {
    pooledShare * pooled + (1 - pooledShare) * theta
  }

  /// *x*'β, in scales.
  func change(_ features: [Double]) -> Double { product(features, coefficients) }

  /// *z*'γ, in scales.
  func spread(_ features: [Double]) -> Double {
    max(leastSpread, product(features, spreadCoefficients))
  }

  private func product(_ features: [Double], _ factors: [Double]) -> Double {
    precondition(features.count == factors.count, "\(features.count) for \(factors.count)")
    var sum = 0.0
    for place in features.indices { sum += features[place] * factors[place] }
    return sum
  }
}

extension [Double] {
  /// The number at the place that is nearest to a part of the way from the least to the largest.
  fileprivate func quantile(_ probability: Double) -> Double {
    ordered(at: Int((probability * Double(count - 1)).rounded()))
  }
}
