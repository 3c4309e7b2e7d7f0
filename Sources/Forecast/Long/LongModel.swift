import LinearAlgebra

/// Forecasts of series from coefficients that a panel of series has taught.
///
/// The same values give the same bits, whatever the order of the series, the number of workers and
/// the processor. Stored coefficients forecast without learning.
public struct LongModel: Codable, Hashable, Sendable {
  /// Stored models of other versions mean other features.
  public static let currentVersion = 1

  public let version: Int
  public let form: SeriesForm
  /// The panel's usual mean |Δ| / mean |value|.
  public let usualMove: Double
  /// From horizon 1 on, as far as the panel's past reaches.
  public let horizons: [HorizonModel]

  /// Learns from a panel's past.
  ///
  /// - Parameter horizons: How many values ahead are wanted, at least 1.
  /// - Returns: Nil where not even one value ahead can be learned.
  /// - Complexity: O(values + `horizons` × 20,000 × features²).
  public init?(_ panel: LongPanel, _ form: SeriesForm, horizons: Int, _ workers: Workers = .one) {
    precondition(horizons >= 1, "\(horizons) horizons")
    version = Self.currentVersion
    self.form = form
    usualMove = panel.usualMove
    let sample = LongSample(panel, form, usualMove: usualMove, horizons: horizons, workers)
    let learned = workers.map(horizons) { HorizonModel(sample, form, horizon: $0 + 1) }
    self.horizons = Array(learned.prefix { $0 != nil }.compactMap(\.self))
    if self.horizons.isEmpty { return nil }
  }

  /// The forecasts of each series, 1 … `horizons` values ahead; nil for a series without values.
  ///
  /// Beyond the last horizon that was learned its pooled change stays, and limits widen with the
  /// root of the horizon. Nothing is below 0 where the series never was.
  public func forecasts(
    _ panel: LongPanel, horizons: Int, _ workers: Workers = .one
  ) -> [[LongForecast]?] {
    let parts = workers.map(blocks: panel.count) { block in
      block.map { forecasts(panel[$0], horizons) }
    }
    return Array(parts.joined())
  }

  private func forecasts(_ values: ArraySlice<Double>, _ wanted: Int) -> [LongForecast]? {
    guard !values.isEmpty else { return nil }
    var state = SeriesState()
    var theta = ThetaGrid()
    for value in values {
      state.add(value)
      theta.add(value)
    }
    let scale = SeriesScale(state, usualMove: usualMove)
    let features = form.features(state, scale)
    let spreadFeatures = form.spreadFeatures(state, scale)
    let canBeNegative = values.contains { $0 < 0 }
    return theta.forecasts(wanted).enumerated().map { place, theta in
      let model = horizons[min(place, horizons.count - 1)]
      let reach = Double(place + 1) / Double(min(place + 1, horizons.count))
      return LongForecast(
        form, pooled: state.last + scale.value * model.change(features),
        theta: state.last + scale.value * scale.change(theta - state.last),
        errors: model.limits(spreadFeatures).scaled(by: scale.value * reach.squareRoot()),
        canBeNegative: canBeNegative)
    }
  }
}

/// One series at one horizon, in the series' unit.
public struct LongForecast: Hashable, Sendable {
  /// What the pooled regression alone and theta alone say.
  public let pooled: Double
  public let theta: Double
  public let mean: Double
  public let limits: Limits

  /// - Parameter errors: The limits of the error, around 0.
  init(
    _ form: SeriesForm, pooled: Double, theta: Double, errors: Limits, canBeNegative: Bool
  ) {
    let mixed = form.mixed(pooled, theta)
    let mean = canBeNegative ? mixed : max(0, mixed)
    self.pooled = pooled
    self.theta = theta
    self.mean = mean
    limits = errors.shifted(by: mixed).around(mean, canBeNegative: canBeNegative)
  }
}
