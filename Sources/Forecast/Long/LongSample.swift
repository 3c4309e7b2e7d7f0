import LinearAlgebra

/// What a panel's past teaches: series as they stood at past origins, and what came then.
///
/// About 20,000 rows a horizon, evenly spread over series and origins; more cost time and change
/// little. Which ones depends on the values alone, not on the order of the series.
struct LongSample {
  /// One series at one origin; changes are in scales, features on the grid of designs.
  struct Row {
    /// Values after the origin.
    let ahead: Int
    let features: [Float]
    let spreadFeatures: [Float]
    /// By horizon from 1 on: what came, how the row weighs, and what theta said.
    let changes: [Double]
    let weights: [Double]
    let thetaChanges: [Double]
  }

  let rows: [Row]
  /// Rows wanted for each horizon.
  private static let size = 20_000
  /// The newest origins of each series that count for a horizon. Origins share the surprises of
  /// their time, so that many of them are worth more than many rows of a few.
  static let origins = 25
  /// Series to a piece of work.
  static let blockHeight = 256

  init(_ panel: LongPanel, _ form: SeriesForm, usualMove: Double, horizons: Int, _ workers: Workers)
  {
    let available = (0..<panel.count).reduce(0) { sum, series in
      sum + max(0, min(Self.origins, panel[series].count - form.fewestValues))
    }
    let step = max(1, (available + Self.size - 1) / Self.size)
    let plan = OriginPlan(form: form, usualMove: usualMove, horizons: horizons)
    let parts = workers.map(blocks: panel.count) { block in
      block.flatMap { plan.rows(panel[$0], step: step) }
    }
    rows = Array(parts.joined())
  }

  /// The rows of a horizon: where its outcome is known and its change not freakish.
  ///
  /// - Parameter horizon: From 1 on.
  func rows(_ horizon: Int) -> [Row] {
    let widest = Self.widestChange * Double(horizon).squareRoot()
    return rows.filter { row in
      row.ahead >= horizon && row.ahead < horizon + Self.origins
        && abs(row.changes[horizon - 1]) <= widest
    }
  }

  /// Of horizon 1, in scales.
  private static let widestChange = 25.0
}

/// Which origins of a series are rows, and how.
private struct OriginPlan: Sendable {
  let form: SeriesForm
  let usualMove: Double
  let horizons: Int

  /// - Parameter step: One origin in so many is taken.
  func rows(_ values: ArraySlice<Double>, step: Int) -> [LongSample.Row] {
    let values = Array(values)
    let key = Self.key(values)
    let taken = (1..<max(1, min(values.count, horizons + LongSample.origins))).filter { ahead in
      values.count - ahead >= form.fewestValues && (key &+ UInt64(ahead)) % UInt64(step) == 0
    }
    guard let earliest = taken.last else { return [] }
    var rows: [LongSample.Row] = []
    var state = SeriesState()
    var theta = ThetaGrid()
    for (place, value) in values[..<(values.count - taken[0])].enumerated() {
      state.add(value)
      theta.add(value)
      let ahead = values.count - place - 1
      guard ahead <= earliest, taken.contains(ahead) else { continue }
      if let row = row(state, theta, after: values[(place + 1)...]) { rows.append(row) }
    }
    return rows
  }

  private func row(
    _ state: SeriesState, _ theta: ThetaGrid, after: ArraySlice<Double>
  ) -> LongSample.Row? {
    let scale = SeriesScale(state, usualMove: usualMove)
    guard scale.value > 0 else { return nil }
    let outcomes = after.prefix(horizons)
    return LongSample.Row(
      ahead: after.count, features: form.features(state, scale).map(Float.init),
      spreadFeatures: form.spreadFeatures(state, scale).map(Float.init),
      changes: outcomes.map { ($0 - state.last) / scale.value },
      weights: outcomes.map { Self.weight($0, last: state.last, scale: scale.value) },
      thetaChanges: theta.forecasts(outcomes.count).map {
        scale.change($0 - state.last)
      })
  }

  /// Half an absolute error in scales and half a symmetric percentage error, each over its usual
  /// size for a random walk.
  private static func weight(_ outcome: Double, last: Double, scale: Double) -> Double {
    let magnitude = abs(outcome) + abs(last)
    let part = magnitude > 0 ? min(2, scale / magnitude) : 2
    return 0.5 / usualScaledError + 0.5 * 200 * part / usualPercentage
  }

  private static let usualScaledError = 3.5
  private static let usualPercentage = 15.0

  /// A number that the values determine (Fowler, Noll and Vo's hash, 64 bits).
  private static func key(_ values: [Double]) -> UInt64 {
    values.reduce(0xcbf2_9ce4_8422_2325) { key, value in
      ((key ^ (value.bitPattern >> 32)) &* 0x100_0000_01b3 ^ value.bitPattern) &* 0x100_0000_01b3
    } >> 20
  }
}

extension Workers {
  /// One value for each block of indices from 0 up to `count`, in that order.
  func map<Value: Sendable>(
    blocks count: Int, _ body: @Sendable (Range<Int>) -> Value
  ) -> [Value] {
    let height = LongSample.blockHeight
    return map((count + height - 1) / height) { block in
      body(block * height..<min(count, (block + 1) * height))
    }
  }
}
