import Analytics
import LinearAlgebra

/// A stage of a panel as series that learn from each other's past, whatever their units and
/// subjects: its forecasts today, and those of past origins.
struct SeriesSeason: Sendable {
  let form: SeriesForm
  /// Whether coefficients were stored, and not learned from the panel.
  let isStored: Bool
  /// By line, then horizon; nil for a line without values.
  let today: [[LongForecast]?]
  /// The same as it would have been so many values ago.
  private let past: [Int: [[LongForecast]?]]

  /// - Parameters:
  ///   - stored: What other panels have taught of the form; nil to learn from the panel.
  ///   - scored: How many values back forecasts are made anew, to be held against what came; 0 for
  ///     none.
  /// - Returns: Nil where the series are too few or too short to learn from.
  init?(
    _ season: Season, _ stage: Stage, _ form: SeriesForm, stored: LongModel?, horizons: Int,
    scored: Int, _ workers: Workers
  ) {
    func forecasts(gap: Int) -> [[LongForecast]?]? {
      let panel = LongPanel(season, stage, gap: gap)
      let model = stored ?? LongModel(panel, form, horizons: horizons, workers)
      return model?.forecasts(panel, horizons: horizons, workers)
    }
    guard let today = forecasts(gap: 0) else { return nil }
    self.form = form
    isStored = stored != nil
    self.today = today
    var past: [Int: [[LongForecast]?]] = [:]
    for gap in 1..<(scored + 1) { past[gap] = forecasts(gap: gap) }
    self.past = past
  }

  /// By line; nil for a line that had no value so many places ago.
  func forecasts(gap: Int, horizon: Int) -> [LongForecast?] {
    let all = gap == 0 ? today : past[gap] ?? []
    return all.map { $0?[horizon - 1] }
  }
}

extension LongPanel {
  /// The histories of all lines of a stage up to `gap` places before their origins.
  init(_ season: Season, _ stage: Stage, gap: Int = 0) {
    let histories = season.histories(stage)
    self.init(
      season.nodes.panel.lines.indices.map { line in
        season.origin(stage, line: line).map {
          Array(histories.past(line, upTo: $0 - gap).values)
        } ?? []
      })
  }
}
