import LinearAlgebra

/// The pooled regression of one horizon: its rows, and what it forecasts at past origins.
///
/// Coefficients are one for each of the task's features.
struct PooledTarget: Sendable {
  let forecaster: PooledForecaster
  let horizon: Int
  let sample: FiscalSample
  let snapshots: [FiscalSnapshot]
  /// The regression of horizon 1 where this one leans on it; else none.
  let first: [PooledTarget]

  private var task: FiscalTask { forecaster.task }
  private var prior: Prior { forecaster.prior }

  /// Whether the panel itself teaches anything.
  var isMeasured: Bool { sample.rows.count >= PooledRegression.fewestRows }

  // MARK: Today

  /// The regressions that leave origins out; nil where the panel is too small to be measured.
  ///
  /// - Parameter first: Today's coefficients at horizon 1.
  func leaveOut(_ first: [Double]?) -> LeaveOriginsOut? {
    guard isMeasured else { return nil }
    return LeaveOriginsOut(sample, task, prior: centre(first), forecaster.workers)
  }

  /// The median of those that leave origins out where there are two, else that of all rows.
  func coefficients(_ leaveOut: LeaveOriginsOut?, _ first: [Double]?) -> [Double] {
    leaveOut?.medianCoefficients
      ?? PooledRegression(sample, task, prior: centre(first), forecaster.workers).coefficients
  }

  /// What coefficients are drawn to: the prior, moved by what the panel has been found to depart
  /// from it at horizon 1.
  private func centre(_ first: [Double]?) -> [Double] {
    let own = prior.coefficients(task, horizon: forecaster.priorHorizon(horizon))
    guard let first else { return own }
    let usual = prior.coefficients(task, horizon: 1)
    let columns = Set(sample.columns)
    return own.indices.map { feature in
      guard columns.contains(feature) else { return 0 }
      return LeastAbsoluteDeviations.onGrid(own[feature] + first[feature] - usual[feature])
    }
  }

  // MARK: Past origins

  /// What was forecast at the newest so many origins whose outcome is known, fitted on what was
  /// known there: by line, the newest first. Lines that had no value there have none.
  func pastForecasts(_ origins: Int) -> [LineValues] {
    (0..<origins).map { back in
      forecasts(coefficients(knownBefore: horizon + back), gap: horizon + back)
    }
  }

  private func forecasts(_ coefficients: [Double], gap: Int) -> LineValues {
    let season = forecaster.panel.season
    let stage = forecaster.panel.target
    let newest = season.histories(stage).origin ?? -1
    let shots = snapshots.filter { season.rule == .series || $0.place == newest - gap }
    var forecasts = LineValues(lines: shots.isEmpty ? 0 : forecaster.panel.lineCount)
    for shot in shots {
      for (place, row) in shot.rows.enumerated()
      where season.origin(stage, line: row.line) == shot.place + gap {
        forecasts[row.line] = shot.forecast(place, coefficients)
      }
    }
    return forecasts
  }

  /// Fitted on what was known `gap` places before the newest value.
  private func coefficients(knownBefore gap: Int) -> [Double] {
    let lent = first.first?.coefficients(knownBefore: gap)
    return PooledRegression(
      sample(knownBefore: gap), task, prior: centre(lent), forecaster.workers
    ).coefficients
  }

  private func sample(knownBefore gap: Int) -> FiscalSample {
    let season = forecaster.panel.season
    let stage = forecaster.panel.target
    guard season.rule == .stage else {
      return sample.filter { line, place in
        season.origin(stage, line: line).map { place + horizon + gap <= $0 } ?? false
      }
    }
    let newest = season.histories(stage).origin ?? -1
    return sample.origins { $0 + horizon + gap <= newest }
  }

  // MARK: Errors

  /// The quantiles of other panels' errors at this horizon, or none.
  var priorQuantiles: [[Double]]? {
    let asked = forecaster.priorHorizon(horizon)
    let known = task.priorHorizons.nearest(asked)
    let widening = max(1, Double(asked) / Double(known)).squareRoot()
    let quantiles = prior.regression(task, horizon: asked)?.quantiles
    return quantiles?.map { $0.map { $0 * widening } }
  }
}
