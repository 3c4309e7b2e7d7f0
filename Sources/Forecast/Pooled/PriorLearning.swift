import LinearAlgebra

/// Learns a prior from panels: one regression over all of them for each task and horizon, and the
/// errors that each panel has with it; and one model of series for each form that some have.
public struct PriorLearning {
  private let lessons: [PriorLesson]
  private let horizons: Int
  private let workers: Workers

  /// How many quantiles describe the errors of a part.
  private static let count = 99

  /// - Parameter horizons: How many values ahead models of series reach.
  public init(_ lessons: [PriorLesson], horizons: Int, workers: Workers) {
    self.lessons = lessons
    self.horizons = horizons
    self.workers = workers
  }

  /// - Returns: A prior with nothing in it where panels are too small to learn from.
  public func prior() -> Prior {
    var regressions: [Prior.Regression] = []
    for key in PriorLesson.keys {
      let samples = lessons.compactMap { $0.samples[key] }.filter {
        $0.rows.count >= PooledRegression.fewestRows
      }
      guard !samples.isEmpty else { continue }
      regressions.append(regression(key, samples))
    }
    return Prior(sources: lessons.map(\.source), regressions: regressions, series: series)
  }

  /// Of all panels of a form together.
  private var series: [LongModel] {
    SeriesForm.allCases.compactMap { form in
      let panels = lessons.compactMap(\.series).filter { $0.form == form }.map(\.panel)
      return LongModel(LongPanel(joining: panels), form, horizons: horizons, workers)
    }
  }

  private func regression(
    _ key: PriorLesson.Key, _ samples: [FiscalSample]
  ) -> Prior.Regression {
    let task = key.task
    let joined = FiscalSample(joining: samples)
    let none = [Double](repeating: 0, count: task.features.count)
    let fit = PooledRegression.fit(
      joined, task, none, strength: task.priorRidge * Double(joined.rows.count),
      weights: samples.flatMap(Self.weights), workers)
    let coefficients = PooledRegression.all(fit?.coefficients ?? [], joined, task).map {
      Self.rounded($0, 1e5)
    }
    let used = joined.columns.map { (task.features[$0].name, coefficients[$0]) }
    return Prior.Regression(
      task: task.rawValue, horizon: key.horizon,
      coefficients: Dictionary(uniqueKeysWithValues: used),
      quantiles: Self.quantiles(samples, coefficients))
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
  private static func quantiles(
    _ samples: [FiscalSample], _ coefficients: [Double]
  ) -> [[Double]] {
    var parts = Array(repeating: [(values: [Double], weight: Double)](), count: 3)
    for sample in samples {
      let residuals = PooledErrors.residuals(sample, coefficients)
      let cuts = PooledErrors.cuts(residuals.map(\.volatility))
      let weight = Double(sample.origins.count).squareRoot()
      for part in parts.indices {
        let own = residuals.filter { PooledErrors.part($0.volatility, cuts) == part }
        parts[part].append((own.map { $0.error(share: 1) }, weight / Double(own.count)))
      }
    }
    return parts.map { part in
      let quantiles = WeightedQuantiles(part)
      return (0..<count).map { place in
        rounded(quantiles[(Double(place) + 0.5) / Double(count)], 1e4)
      }
    }
  }

  private static func rounded(_ value: Double, _ scale: Double) -> Double {
    (value * scale).rounded() / scale
  }
}
