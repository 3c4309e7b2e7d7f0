import Analytics
import LinearAlgebra

/// What one panel can teach: the rows of every regression, at horizons from 1 to 3; or, of a
/// collection of series, the series.
public struct PriorLesson: Sendable {
  let source: Prior.Source
  let samples: [Key: FiscalSample]
  /// Of a collection of series; else nil.
  let series: Series?

  struct Series: Sendable {
    let form: SeriesForm
    let panel: LongPanel
  }

  struct Key: Hashable, Sendable {
    let task: FiscalTask
    let horizon: Int
  }

  /// All regressions that a prior has, in the order of its file.
  static let keys = FiscalTask.allCases.flatMap { task in
    task.priorHorizons.map { Key(task: task, horizon: $0) }
  }

  /// - Parameter rule: That of `series` makes a panel of one stage a collection of series, however
  ///   short.
  public init(name: String, _ nodes: NodeTable, rule: OriginRule = .stage) {
    let season = Season(nodes, rule: rule)
    let years = nodes.panel.years
    source = Prior.Source(
      name: name, lines: nodes.panel.lines.count, firstYear: years.first?.number ?? 0,
      lastYear: years.last?.number ?? 0)
    let stage = season.stages.first { SeriesChoice.isClear(season, $0) }
    series = stage.map {
      Series(form: SeriesChoice.candidate(season, $0), panel: LongPanel(season, $0))
    }
    samples = stage == nil ? Self.samples(season) : [:]
  }

  private static func samples(_ season: Season) -> [Key: FiscalSample] {
    var samples: [Key: FiscalSample] = [:]
    for task in FiscalTask.allCases {
      guard let stage = stage(task, season) else { continue }
      let forecaster = PooledForecaster(season, stage, task, prior: .none, workers: .one)
      for horizon in task.priorHorizons {
        samples[Key(task: task, horizon: horizon)] = forecaster.target(horizon).sample
      }
    }
    return samples
  }

  /// The stage that a task is learned on, or nil where the panel has none.
  private static func stage(_ task: FiscalTask, _ season: Season) -> Stage? {
    let stages = season.stages
    if task == .budget { return stages.contains(.budget) ? .budget : nil }
    guard stages.contains(.outturn) else { return nil }
    return task == .outturn || stages.contains(.budget) ? .outturn : nil
  }
}
