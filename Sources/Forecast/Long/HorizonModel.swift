import LinearAlgebra

/// What was learned for one horizon: the change to come, and how far forecasts will be out.
///
/// The pooled change is *s* *x*'β by least absolute deviations. The errors of its
/// mixture with theta at past origins give the bounds of a forecast.
public struct HorizonModel: Codable, Hashable, Sendable {
  /// β, one a feature.
  let coefficients: [Double]
  /// At 2.5, 10, 90 and 97.5 %.
  let bounds: [ErrorBound]

  /// With fewer rows nothing is learned.
  static let fewestRows = 20

  private static let rounds = 3
  private static let threshold = LeastAbsoluteDeviations.Threshold.ofMedian(0.02)
  private static let ridge = 0.1
  static let probabilities = [0.025, 0.1, 0.9, 0.975]

  /// - Returns: Nil where the sample has too few rows.
  init?(_ sample: LongSample, _ form: SeriesForm, horizon: Int) {
    let rows = sample.rows(horizon)
    guard rows.count >= Self.fewestRows else { return nil }
    let place = horizon - 1
    var design = GridDesign(columns: form.columns)
    for row in rows {
      design.append(row.features[...], response: Float(GridDesign.onGrid(row.changes[place])))
    }
    do throws(LinearAlgebraError) {
      let fit = try LeastAbsoluteDeviations(
        design, weights: rows.map { $0.weights[place] }, threshold: Self.threshold,
        ridge: .towardsZero(design, part: Self.ridge), rounds: Self.rounds)
      var errors = GridDesign(columns: form.spreadColumns)
      for (row, change) in zip(rows, design.predictions(fit.coefficients)) {
        let error = row.changes[place] - form.mixed(change, row.thetaChanges[place])
        errors.append(row.spreadFeatures[...], response: Float(GridDesign.onGrid(error)))
      }
      var bounds: [ErrorBound] = []
      for probability in Self.probabilities {
        bounds.append(try ErrorBound(errors, probability: probability, widening: form.widening))
      }
      coefficients = fit.coefficients
      self.bounds = bounds
    } catch {
      return nil
    }
  }

  /// *x*'β, in scales.
  func change(_ features: [Double]) -> Double { gridProduct(features, coefficients) }

  /// The bounds of the error, in scales.
  func limits(_ features: [Double]) -> Limits {
    Limits(
      low95: bounds[0](features), low80: bounds[1](features), high80: bounds[2](features),
      high95: bounds[3](features))
  }
}

extension LeastAbsoluteDeviations.Ridge {
  /// Towards no effect, as strong as a part of the rows and of a thousand more: few rows say little.
  static func towardsZero(_ design: GridDesign, part: Double) -> Self {
    Self(
      prior: Array(repeating: 0, count: design.columns),
      strength: part * (Double(design.rows) + 1000))
  }
}
