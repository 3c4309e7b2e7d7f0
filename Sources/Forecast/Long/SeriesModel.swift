/// Forecasts of series that learn from each other's past, as a model of one target.
struct SeriesModel: SharedModel {
  let season: SeriesSeason
  let horizon: Int

  var methods: [MethodName] { [.theta, .pooled] }

  var isMeasured: Bool { !season.isStored }

  func forecasts(_ method: MethodName) -> LineValues { said(method, gap: 0) }

  func forecasts(_ method: MethodName, back: Int) -> LineValues {
    said(method, gap: horizon + back)
  }

  private func said(_ method: MethodName, gap: Int) -> LineValues {
    LineValues(
      season.forecasts(gap: gap, horizon: horizon).lazy.map {
        method == .theta ? $0?.theta : $0?.pooled
      })
  }

  /// Chosen on many collections of series, and not anew on each.
  func shares(_ outcomes: [[Outcome]], _ methods: [MethodName]) -> [Double] {
    methods.map { method in
      switch method {
      case .pooled: season.form.pooledShare
      case .theta: 1 - season.form.pooledShare
      default: 0
      }
    }
  }

  func lineLimits(share: Double) -> (any LineLimits)? {
    SeriesLimits(forecasts: season.forecasts(gap: 0, horizon: horizon))
  }

  func coverage(share: Double) -> Coverage? { nil }
}

private struct SeriesLimits: LineLimits {
  /// By line.
  let forecasts: [LongForecast?]

  func limits(_ line: Int) -> Limits? {
    forecasts[line].map { $0.limits.shifted(by: -$0.mean) }
  }
}
