import LinearAlgebra

/// Learns a prior from panels: one regression over all of them for each task and horizon, and the
/// errors that each panel has with it.
public struct PriorLearning {
  private let lessons: [PriorLesson]
  private let workers: Workers

  private static let rounds = 10
  private static let threshold = 0.01
  /// How many quantiles describe the errors of a part.
  private static let quantiles = 99

  public init(_ lessons: [PriorLesson], workers: Workers) {
    self.lessons = lessons
    self.workers = workers
  }

  /// - Throws: `notPositiveDefinite` where panels are too small to learn from.
  public func prior() throws(LinearAlgebraError) -> Prior {
    var regressions: [Prior.Regression] = []
    for key in PriorLesson.keys {
      let samples = lessons.compactMap { $0.samples[key] }.filter {
        $0.rows.count >= PooledRegression.fewestRows
      }
      guard !samples.isEmpty else { continue }
      regressions.append(try regression(key, samples))
    }
    return Prior(sources: lessons.map(\.source), regressions: regressions)
  }

  private func regression(
    _ key: PriorLesson.Key, _ samples: [FiscalSample]
  ) throws(LinearAlgebraError) -> Prior.Regression {
    let features = key.task.features
    var design = GridDesign(columns: features.count)
    var weights: [Double] = []
    for sample in samples {
      for place in sample.rows.indices {
        design.append(
          sample.features(place).lazy.map(Double.init), response: sample.rows[place].change)
      }
      weights += Self.weights(sample)
    }
    let fit = try LeastAbsoluteDeviations(
      design, weights: weights, threshold: .fixed(Self.threshold),
      ridge: LeastAbsoluteDeviations.Ridge(
        prior: features.map { _ in 0 }, strength: key.task.priorRidge * Double(design.rows),
        multipliers: features.map(\.ridge)),
      rounds: Self.rounds, workers)
    let coefficients = fit.coefficients.map { Self.rounded($0, 1e5) }
    return Prior.Regression(
      task: key.task.rawValue, horizon: key.horizon,
      coefficients: Dictionary(uniqueKeysWithValues: zip(features.map(\.name), coefficients)),
      quantiles: quantiles(key.task, samples, coefficients))
  }

  /// Large lines weigh more; a panel weighs as the root of its origins, however many lines it has.
  private static func weights(_ sample: FiscalSample) -> [Double] {
    let sizes = PooledRegression.sizes(sample)
    let mean = sizes.reduce(0, +) / Double(sizes.count)
    let panel = Double(sample.origins.count).squareRoot() * 1e4 / Double(sizes.count)
    return sizes.map { $0 / mean * panel }
  }

  /// Quantiles of the errors of all panels for calm, usual and lively lines; each panel weighs as
  /// the root of its origins.
  private func quantiles(
    _ task: FiscalTask, _ samples: [FiscalSample], _ coefficients: [Double]
  ) -> [[Double]] {
    var parts = Array(repeating: [(value: Double, weight: Double)](), count: 3)
    for sample in samples {
      let residuals = LeaveOneOriginOut(sample, task, prior: coefficients, workers).residuals
      let cuts = PooledErrors.cuts(residuals.map(\.volatility))
      let weight = Double(sample.origins.count).squareRoot()
      for part in parts.indices {
        let own = residuals.filter { PooledErrors.part($0.volatility, cuts) == part }
        parts[part] += own.map { ($0.error(share: 1), weight / Double(own.count)) }
      }
    }
    return parts.map { part in
      let quantiles = WeightedQuantiles(part)
      return (0..<Self.quantiles).map { place in
        Self.rounded(quantiles[(Double(place) + 0.5) / Double(Self.quantiles)], 1e4)
      }
    }
  }

  private static func rounded(_ value: Double, _ scale: Double) -> Double {
    (value * scale).rounded() / scale
  }
}
