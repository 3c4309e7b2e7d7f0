import LinearAlgebra

/// The pooled regression of one horizon: its rows, and what it forecasts at past origins.
struct PooledTarget: Sendable {
  let forecaster: PooledForecaster
  let horizon: Int
  let sample: FiscalSample
  let snapshots: [FiscalSnapshot]

  private var task: FiscalTask { forecaster.task }

  var priorCoefficients: [Double] { forecaster.prior.coefficients(task, horizon: horizon) }

  /// Whether the panel itself teaches anything.
  var isMeasured: Bool { sample.rows.count >= PooledRegression.fewestRows }

  private func fit(_ rows: FiscalSample) -> [Double] {
    PooledRegression(rows, task, prior: priorCoefficients, forecaster.workers).coefficients
  }

  /// The coefficients of today: the median of those that leave an origin out where there are
  /// three, else those of all rows.
  func coefficients(_ leaveOneOut: LeaveOneOriginOut?) -> [Double] {
    leaveOneOut?.medianCoefficients ?? fit(sample)
  }

  /// The forecasts of the origin `back` places before the newest whose outcome is known, fitted on
  /// what was known there.
  ///
  /// - Returns: By line; lines that had no value there have none.
  func forecasts(back: Int) -> [Int: Double] {
    let season = forecaster.panel.season
    let stage = forecaster.panel.target
    func origin(_ line: Int) -> Int? {
      season.origin(stage, line: line).map { $0 - horizon - back }
    }
    let known = sample.filter { row in
      origin(row.line).map { row.origin + horizon <= $0 } ?? false
    }
    let coefficients = fit(known)
    var forecasts: [Int: Double] = [:]
    for shot in snapshots {
      let values = shot.forecasts(coefficients)
      for (row, value) in zip(shot.rows, values) where origin(row.line) == shot.place {
        forecasts[row.line] = value
      }
    }
    return forecasts
  }

  /// The quantiles of other panels' errors at this horizon, or none.
  var priorQuantiles: [[Double]]? {
    let known = min(horizon, task.longestPrior)
    let widening = (Double(horizon) / Double(known)).squareRoot()
    let quantiles = forecaster.prior.regression(task, horizon: horizon)?.quantiles
    return quantiles?.map { $0.map { $0 * widening } }
  }

  /// The regressions that leave one origin out each; nil where the panel is too small to be
  /// measured.
  var leaveOneOut: LeaveOneOriginOut? {
    guard isMeasured else { return nil }
    return LeaveOneOriginOut(sample, task, prior: priorCoefficients, forecaster.workers)
  }
}
