import Analytics
import LinearAlgebra

/// The pooled regressions of one stage and basis.
///
/// They learn from at most `sample` lines, evenly spaced, and forecast all.
struct PooledForecaster: Sendable {
  let panel: FiscalPanel
  let prior: Prior
  let workers: Workers
  private let lines: [Int]
  /// The sampled lines at each place, where no adopted budget is used.
  private let snapshots: [FiscalSnapshot]

  static let sample = 20_000

  init(_ season: Season, stage: Stage, basis: Basis, prior: Prior, workers: Workers) {
    panel = FiscalPanel(season, target: stage, basis: basis)
    self.prior = prior
    self.workers = workers
    let count = season.nodes.panel.lines.count
    let step = max(1, (count + Self.sample - 1) / Self.sample)
    lines = Array(stride(from: 0, to: count, by: step))
    let places = season.histories(stage).origin.map { 0...$0 }
    snapshots =
      panel.task.anchorIsAdopted
      ? []
      : (places.map(Array.init) ?? []).map { [panel, lines] in
        FiscalSnapshot(panel, at: $0, adoptedAt: nil, lines: lines)
      }
  }

  var task: FiscalTask { panel.task }

  /// The regression of one horizon.
  func target(_ horizon: Int) -> PooledTarget {
    let histories = panel.season.histories(panel.target)
    let last = histories.origin ?? -1
    let shots =
      task.anchorIsAdopted
      ? (0..<max(0, last)).map {
        FiscalSnapshot(panel, at: $0, adoptedAt: $0 + horizon, lines: lines)
      } : snapshots
    var sample = FiscalSample(columns: task.features.count)
    for shot in shots.dropFirst() where shot.place + horizon <= last {
      let place = shot.place + horizon
      guard panel.breaks.isComparable(from: shot.place, to: place, panel.target) else { continue }
      sample.append(shot) { histories.value($0, at: place) }
    }
    return PooledTarget(forecaster: self, horizon: horizon, sample: sample, snapshots: shots)
  }

  /// The lines forecast from their last value at or before the origin, at `horizon` places on.
  ///
  /// - Returns: One row of a snapshot and its features for each line that has one.
  func current(_ horizon: Int) -> CurrentRows {
    let season = panel.season
    let histories = season.histories(panel.target)
    var starts: [Int: [Int]] = [:]
    for line in 0..<panel.lineCount {
      guard let origin = season.origin(panel.target, line: line),
        let last = histories.past(line, upTo: origin).lastPlace
      else { continue }
      starts[last, default: []].append(line)
    }
    var rows = CurrentRows()
    let all = Array(0..<panel.lineCount)
    for (place, starting) in starts.sorted(by: { $0.key < $1.key }) {
      let adoptedAt = adoptedPlace(place, starting, horizon)
      let shot = FiscalSnapshot(panel, at: place, adoptedAt: adoptedAt, lines: all)
      rows.take(starting, from: shot)
    }
    return rows
  }

  /// The place whose adopted budget is used: that of the target year.
  private func adoptedPlace(_ place: Int, _ lines: [Int], _ horizon: Int) -> Int? {
    guard task.anchorIsAdopted else { return nil }
    let origin = panel.season.rule == .stage ? panel.season.histories(panel.target).origin : place
    return (origin ?? place) + horizon
  }
}

/// Lines as they stand today, each at its own last value.
struct CurrentRows: Sendable {
  /// By line.
  private var rows: [Int: (row: FiscalSnapshot.Row, features: [Float])] = [:]

  mutating func take(_ lines: [Int], from shot: FiscalSnapshot) {
    let wanted = Set(lines)
    for (place, row) in shot.rows.enumerated() where wanted.contains(row.line) {
      rows[row.line] = (row, Array(shot.features(place)))
    }
  }

  func row(_ line: Int) -> FiscalSnapshot.Row? { rows[line]?.row }

  /// In the order of lines.
  var volatilities: [Double] {
    rows.sorted { $0.key < $1.key }.map(\.value.row.volatility)
  }

  /// By line.
  func forecasts(_ coefficients: [Double]) -> [Int: Double] {
    rows.mapValues { row, features in
      row.anchor + row.scale * FiscalSnapshot.change(features[...], coefficients)
    }
  }
}
