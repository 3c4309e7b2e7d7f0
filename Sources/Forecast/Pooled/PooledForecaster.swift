import Analytics
import LinearAlgebra

/// The pooled regressions of one stage and task.
///
/// They learn from at most `sample` lines, evenly spaced, and forecast all.
struct PooledForecaster: Sendable {
  let panel: FiscalPanel
  let prior: Prior
  let workers: Workers
  /// Places from an origin to the newest adopted budget, for the task that comes after it.
  private let adoption: Int
  private let lines: [Int]
  /// The sampled lines at each place, for tasks whose features are the same at all horizons.
  private var snapshots: [FiscalSnapshot] = []
  /// All lines as they stand today, for the same tasks.
  private var today: CurrentRows

  static let sample = 20_000

  init(
    _ season: Season, _ stage: Stage, _ task: FiscalTask, adoption: Int = 1, prior: Prior,
    workers: Workers
  ) {
    panel = FiscalPanel(season, target: stage, task)
    self.prior = prior
    self.workers = workers
    self.adoption = adoption
    let count = season.nodes.panel.lines.count
    today = CurrentRows(lines: count)
    let step = max(1, (count + Self.sample - 1) / Self.sample)
    lines = Array(stride(from: 0, to: count, by: step))
    guard task != .execution else { return }
    snapshots = snapshots(1)
    today = currentRows(1, snapshots)
  }

  var task: FiscalTask { panel.task }

  /// The horizon whose prior fits: that after an adopted budget is counted from the year before it.
  func priorHorizon(_ horizon: Int) -> Int {
    task == .afterAdoption ? horizon - adoption + 1 : horizon
  }

  /// The place of the newest value, or −1.
  private var last: Int { panel.season.histories(panel.target).origin ?? -1 }

  /// The place whose adopted budget a forecast from a place starts from, or nil.
  private func adoptedAt(_ place: Int, _ horizon: Int) -> Int? {
    switch task {
    case .execution: place + horizon
    case .afterAdoption: place + adoption
    case .outturn, .budget: nil
    }
  }

  private func snapshots(_ horizon: Int) -> [FiscalSnapshot] {
    guard last >= 0 else { return [] }
    return (0...last).map {
      FiscalSnapshot(panel, at: $0, adoptedAt: adoptedAt($0, horizon), lines: lines)
    }
  }

  /// The regression of one horizon.
  func target(_ horizon: Int) -> PooledTarget {
    let histories = panel.season.histories(panel.target)
    let shots = task == .execution ? snapshots(horizon) : snapshots
    var sample = FiscalSample(columns: task.columns(horizon: horizon))
    for shot in shots.dropFirst() where shot.place + horizon <= last {
      let place = shot.place + horizon
      let start = adoptedAt(shot.place, horizon) ?? shot.place
      guard panel.breaks.isComparable(from: start, to: place, panel.target) else { continue }
      sample.append(shot) { histories.value($0, at: place) }
    }
    return PooledTarget(
      forecaster: self, horizon: horizon, sample: sample, snapshots: shots,
      first: task.leansOnFirst(horizon) ? [target(1)] : [])
  }

  /// The lines as they stand at their last value, for forecasts `horizon` places on.
  ///
  /// - Parameter shots: Snapshots that have been made for the horizon, by place.
  func current(_ horizon: Int, _ shots: [FiscalSnapshot]) -> CurrentRows {
    task == .execution ? currentRows(horizon, shots) : today
  }

  private func currentRows(_ horizon: Int, _ shots: [FiscalSnapshot]) -> CurrentRows {
    let season = panel.season
    let histories = season.histories(panel.target)
    var starts: [Int: [Int]] = [:]
    for line in 0..<panel.lineCount {
      guard let origin = season.origin(panel.target, line: line),
        let last = histories.lastPlace(line), last >= origin - 1
      else { continue }  // what has been silent for longer has ended
      starts[last, default: []].append(line)
    }
    var rows = CurrentRows(lines: panel.lineCount)
    let all = Array(0..<panel.lineCount)
    for (place, starting) in starts.sorted(by: { $0.key < $1.key }) {
      let origin = season.rule == .stage ? last : place
      let adopted = adoptedAt(origin, horizon)
      let known = place < shots.count && lines.count == all.count ? shots[place] : nil
      let shot = known.flatMap { $0.adoptedAt == adopted ? $0 : nil }
      rows.take(
        starting,
        from: shot ?? FiscalSnapshot(panel, at: place, adoptedAt: adopted, lines: all))
    }
    return rows
  }
}
