import LinearAlgebra

/// A quantile of a forecast's error, by how the series has moved.
///
/// *s* *z*'γ by quantile regression, stretched so that the sample's errors are on its outer side as
/// often as they should be (Romano, Patterson and Candès 2019, Conformalized Quantile Regression,
/// NeurIPS 32).
struct ErrorBound: Codable, Hashable, Sendable {
  /// γ, one a feature of spread.
  let coefficients: [Double]
  /// −1 for a bound below the forecast and 1 for one above.
  let sign: Double
  /// The least distance from the forecast, before stretching.
  let least: Double
  let stretch: Double

  private static let rounds = 6
  private static let threshold = LeastAbsoluteDeviations.Threshold.ofMedian(0.1)
  private static let ridge = 0.005
  /// The least distance beside the median error.
  private static let leastPart = 0.1

  /// - Parameters:
  ///   - errors: In scales, with their features; the first feature is 1.
  ///   - probability: That an error is below the bound; not ½.
  ///   - widening: A factor for what the sample has not seen.
  init(
    _ errors: GridDesign, probability: Double, widening: Double
  ) throws(LinearAlgebraError) {
    let sign = probability < 0.5 ? -1.0 : 1
    let sizes = errors.responses.map { abs($0) }
    let least = max(Self.leastPart * (sizes.median ?? 0), .leastNormalMagnitude)
    let fit = try LeastAbsoluteDeviations(
      errors, weights: Array(repeating: 1, count: errors.rows), threshold: Self.threshold,
      ridge: .towardsZero(errors, part: Self.ridge), quantile: probability,
      start: Self.constant(errors, errors.responses.quantile(probability)), rounds: Self.rounds)
    let ratios = zip(errors.responses, errors.predictions(fit.coefficients)).map {
      sign * $0 / max(least, sign * $1)
    }
    coefficients = fit.coefficients
    self.sign = sign
    self.least = least
    // Where every error falls on one side, the bound on the other is the forecast itself.
    stretch = max(0, widening * ratios.quantile(max(probability, 1 - probability)))
  }

  /// The bound in scales.
  func callAsFunction(_ features: [Double]) -> Double {
    sign * stretch * max(least, sign * gridProduct(features, coefficients))
  }

  /// Coefficients of the constant alone.
  private static func constant(
    _ design: GridDesign, _ value: Double
  ) -> LeastAbsoluteDeviations.State {
    let others = Array(repeating: 0.0, count: design.columns - 1)
    return .init(coefficients: [LeastAbsoluteDeviations.onGrid(value)] + others)
  }
}

extension [Double] {
  /// The number at the place that is nearest to a part of the way from the least to the largest.
  fileprivate func quantile(_ probability: Double) -> Double {
    ordered(at: Int((probability * Double(count - 1)).rounded()))
  }
}
