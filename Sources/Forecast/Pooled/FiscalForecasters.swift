import Analytics

/// The pooled regressions of one stage of a fiscal panel, each made when it is first asked for: a
/// collection of series needs none of them.
final class FiscalForecasters {
  private let season: Season
  private let stage: Stage
  private let options: ProjectionOptions
  /// Places from the stage's newest value to the newest adopted budget.
  private let adoption: Int

  /// From history alone, or of a budget.
  private(set) lazy var plain = forecaster(FiscalTask(stage, .history))
  /// From the adopted budget of the year that is forecast.
  private lazy var execution = forecaster(.execution)
  /// From the newest adopted budget, for the years after it.
  private lazy var afterAdoption = forecaster(.afterAdoption)

  init(_ season: Season, _ stage: Stage, _ options: ProjectionOptions) {
    self.season = season
    self.stage = stage
    self.options = options
    adoption = season.lead(of: .budget, over: stage)
  }

  /// The regressions of a horizon by basis, the preferred first.
  func bases(_ horizon: Int) -> [Basis: [PooledForecaster]] {
    var bases: [Basis: [PooledForecaster]] = [.history: [plain]]
    guard stage != .budget, season.stages.contains(.budget) else { return bases }
    if adoption > 0, horizon > adoption { bases[.history] = [afterAdoption, plain] }
    if horizon <= adoption || season.rule == .series { bases[.budget] = [execution] }
    return bases
  }

  private func forecaster(_ task: FiscalTask) -> PooledForecaster {
    PooledForecaster(
      season, stage, task, adoption: max(1, adoption), prior: options.prior,
      workers: options.workers)
  }
}

extension Season {
  /// By how many places one stage's newest value lies after another's; 0 where it does not.
  func lead(of stage: Stage, over other: Stage) -> Int {
    guard rule == .stage, stages.contains(stage), let a = histories(stage).origin,
      let b = histories(other).origin
    else { return 0 }
    return max(0, a - b)
  }
}
