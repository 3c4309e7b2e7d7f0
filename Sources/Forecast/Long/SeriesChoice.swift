import Analytics
import LinearAlgebra

/// Whether a panel is forecast as series or as a fiscal panel.
///
/// A panel of one stage is a collection of series where its median line has 20 values, or where each
/// line is forecast from its own last value: lines of one government end in one year. A shorter one
/// is what its own past says: the two newest years are forecast both ways.
struct SeriesChoice {
  /// The form of series, or nil for a fiscal panel.
  let form: SeriesForm?

  /// From how many values the median line is long, whatever the past says.
  private static let longLength = 20.0
  /// How much less series must err: fiscal panels are the usual case.
  private static let margin = 0.97
  static let origins = 2

  /// - Parameter fiscal: What the fiscal regression said at `origins` past origins, one year ahead,
  ///   the newest first.
  init(
    _ season: Season, _ stage: Stage, _ prior: Prior, _ workers: Workers,
    fiscal: () -> [LineValues]
  ) {
    guard season.stages.count == 1 else {
      form = nil
      return
    }
    let candidate = Self.candidate(season, stage)
    if Self.isClear(season, stage) {
      form = candidate
      return
    }
    let series = SeriesSeason(
      season, stage, candidate, stored: prior.series(candidate), horizons: 1,
      scored: Self.origins, workers)
    let regression = fiscal()
    var (errors, usual) = (0.0, 0.0)
    for back in 0..<Self.origins {
      let said = LineValues((series?.forecasts(gap: back + 1, horizon: 1) ?? []).map { $0?.mean })
      let loss = Self.losses(season, stage, back, said, regression[back])
      errors += loss.series
      usual += loss.fiscal
    }
    form = usual > 0 && errors < Self.margin * usual ? candidate : nil
  }

  /// Whether a panel is a collection of series, whatever its past says.
  static func isClear(_ season: Season, _ stage: Stage) -> Bool {
    guard season.stages.count == 1 else { return false }
    return season.rule == .series || medianLength(season, stage) >= longLength
  }

  /// The form that the panel's series have.
  static func candidate(_ season: Season, _ stage: Stage) -> SeriesForm {
    let isLong = medianLength(season, stage) >= Double(SeriesForm.long.fewestValues)
    return isLong ? .long : .brief
  }

  /// Median number of values of the lines that have any.
  private static func medianLength(_ season: Season, _ stage: Stage) -> Double {
    let histories = season.histories(stage)
    let counts = (0..<histories.lineCount).map { Double(histories.count($0)) }
    return counts.filter { $0 > 0 }.median ?? 0
  }

  /// Σ |error| / √size of both, over the lines that both forecast: as regressions weigh them.
  private static func losses(
    _ season: Season, _ stage: Stage, _ back: Int, _ series: LineValues, _ fiscal: LineValues
  ) -> (series: Double, fiscal: Double) {
    let histories = season.histories(stage)
    var sums = (series: 0.0, fiscal: 0.0)
    for line in 0..<histories.lineCount {
      guard let a = series[line], let b = fiscal[line],
        let newest = season.origin(stage, line: line),
        let actual = histories.value(line, at: newest - back)
      else { continue }
      let size = histories.past(line, upTo: newest - back - 1).scale
      guard size > 0 else { continue }
      sums.series += abs(actual - a) / size.squareRoot()
      sums.fiscal += abs(actual - b) / size.squareRoot()
    }
    return sums
  }
}
