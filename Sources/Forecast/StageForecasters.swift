import Analytics

/// The pooled regressions that one stage needs.
struct StageForecasters {
  /// From history alone, or of a budget.
  private let plain: PooledForecaster
  /// From the adopted budget of the year that is forecast.
  private let execution: PooledForecaster?
  /// From the newest adopted budget, for the years after it.
  private let afterAdoption: PooledForecaster?
  /// Places from the stage's newest value to the newest adopted budget.
  private let adoption: Int

  init(_ season: Season, _ stage: Stage, _ options: ProjectionOptions) {
    func forecaster(_ task: FiscalTask, adoption: Int = 1) -> PooledForecaster {
      PooledForecaster(
        season, stage, task, adoption: adoption, prior: options.prior, workers: options.workers)
    }
    let hasBudget = stage != .budget && season.stages.contains(.budget)
    let lead = hasBudget ? season.lead(of: .budget, over: stage) : 0
    adoption = lead
    plain = forecaster(FiscalTask(stage, .history))
    execution = hasBudget && (lead > 0 || season.rule == .series) ? forecaster(.execution) : nil
    afterAdoption = lead > 0 ? forecaster(.afterAdoption, adoption: lead) : nil
  }

  /// The regressions of a horizon by basis, the preferred first.
  func bases(_ horizon: Int) -> [Basis: [PooledForecaster]] {
    let after = horizon > adoption ? [afterAdoption].compactMap(\.self) : []
    return [.history: after + [plain], .budget: [execution].compactMap(\.self)]
      .filter { !$0.value.isEmpty }
  }
}

extension Season {
  /// By how many places one stage's newest value lies after another's; 0 where it does not.
  func lead(of stage: Stage, over other: Stage) -> Int {
    guard rule == .stage, let a = histories(stage).origin, let b = histories(other).origin else {
      return 0
    }
    return max(0, a - b)
  }
}
