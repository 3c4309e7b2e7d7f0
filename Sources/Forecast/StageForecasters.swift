import Analytics

/// The models that one stage needs: pooled regressions of a fiscal panel, or those of series.
struct StageForecasters {
  let breaks: PanelBreaks
  private let rolling: RollingOrigin
  private let stage: Stage
  private let models: Models

  private enum Models {
    /// Of a fiscal panel: the regressions of each basis, the preferred first.
    case fiscal(FiscalForecasters)
    /// Of a collection of series.
    case series(SeriesSeason)
  }

  init(_ rolling: RollingOrigin, _ stage: Stage, _ options: ProjectionOptions) {
    let season = rolling.season
    self.rolling = rolling
    self.stage = stage
    breaks = PanelBreaks(season, season.stages)
    let fiscal = FiscalForecasters(season, stage, options)
    let choice = SeriesChoice(season, stage, options.prior, options.workers) {
      fiscal.plain.target(1).pastForecasts(SeriesChoice.origins)
    }
    let horizons = season.targets(stage, horizon: options.horizon).count
    let scored =
      options.scoresPast || season.rule == .stage ? horizons + RollingOrigin.origins - 1 : 0
    let series = choice.form.flatMap { form in
      SeriesSeason(
        season, stage, form, stored: options.prior.series(form), horizons: max(1, horizons),
        scored: scored, options.workers)
    }
    models = series.map(Models.series) ?? .fiscal(fiscal)
  }

  /// Whether forecasts can be made without a look at past origins.
  var isSeries: Bool {
    if case .series = models { true } else { false }
  }

  /// The models of a horizon by basis.
  ///
  /// - Parameter earlier: What those of the horizon before hand on.
  func models(_ horizon: Int, after earlier: [Basis: EarlierModel]) -> [Basis: any SharedModel] {
    switch models {
    case .series(let season):
      return [.history: SeriesModel(season: season, horizon: horizon)]
    case .fiscal(let forecasters):
      var models: [Basis: any SharedModel] = [:]
      for (basis, forecasters) in forecasters.bases(horizon) {
        let before = earlier[basis]?.model as? FiscalModel
        let first = before?.first ?? [:]
        let target = Target(stage: stage, horizon: horizon)
        let forms = PooledForms(
          forecasters, horizon: horizon, first: first, decided: before?.forms.prefersFirst,
          origins: RollingOrigin.origins
        ) { [rolling] in rolling.actuals(target, back: $0) }
        models[basis] = FiscalModel(forms, first: first)
      }
      return models
    }
  }
}
