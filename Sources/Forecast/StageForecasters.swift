import Analytics

/// The models that one stage needs: pooled regressions of a fiscal panel, or those of series.
struct StageForecasters {
  private let rolling: RollingOrigin
  private let stage: Stage
  /// From history alone, or of a budget.
  private let plain: PooledForecaster
  /// From the adopted budget of the year that is forecast.
  private let execution: PooledForecaster?
  /// From the newest adopted budget, for the years after it.
  private let afterAdoption: PooledForecaster?
  /// Places from the stage's newest value to the newest adopted budget.
  private let adoption: Int
  /// Where the panel is a collection of series.
  private let series: SeriesSeason?

  init(_ rolling: RollingOrigin, _ stage: Stage, _ options: ProjectionOptions) {
    let season = rolling.season
    func forecaster(_ task: FiscalTask, adoption: Int = 1) -> PooledForecaster {
      PooledForecaster(
        season, stage, task, adoption: adoption, prior: options.prior, workers: options.workers)
    }
    self.rolling = rolling
    self.stage = stage
    let hasBudget = stage != .budget && season.stages.contains(.budget)
    let lead = hasBudget ? season.lead(of: .budget, over: stage) : 0
    adoption = lead
    let plain = forecaster(FiscalTask(stage, .history))
    self.plain = plain
    execution = hasBudget && (lead > 0 || season.rule == .series) ? forecaster(.execution) : nil
    afterAdoption = lead > 0 ? forecaster(.afterAdoption, adoption: lead) : nil
    let choice = SeriesChoice(season, stage, options.workers) {
      plain.target(1).forecasts(back: $0)
    }
    let horizons = season.targets(stage, horizon: options.horizon).count
    series = choice.form.flatMap { form in
      SeriesSeason(
        season, stage, form, horizons: max(1, horizons),
        scored: options.scoresPast || season.rule == .stage
          ? horizons + RollingOrigin.origins - 1 : 0, options.workers)
    }
  }

  /// Whether forecasts can be made without a look at past origins.
  var isSeries: Bool { series != nil }

  var breaks: PanelBreaks { plain.panel.breaks }

  /// The models of a horizon by basis.
  ///
  /// - Parameter earlier: Those of the horizon before.
  func models(_ horizon: Int, after earlier: [Basis: TargetModel]) -> [Basis: any SharedModel] {
    if let series { return [.history: SeriesModel(season: series, horizon: horizon)] }
    let after = horizon > adoption ? [afterAdoption].compactMap(\.self) : []
    let forecasters = [Basis.history: after + [plain], .budget: [execution].compactMap(\.self)]
    var models: [Basis: any SharedModel] = [:]
    for (basis, forecasters) in forecasters where !forecasters.isEmpty {
      let first = (earlier[basis]?.model as? FiscalModel)?.first ?? [:]
      let target = Target(stage: stage, horizon: horizon)
      let forms = PooledForms(
        forecasters, horizon: horizon, first: first, origins: RollingOrigin.origins
      ) { [rolling] in rolling.actuals(target, back: $0) }
      models[basis] = FiscalModel(forms, first: first)
    }
    return models
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
