import Analytics
import LinearAlgebra

/// A stage of a panel as series that learn from each other's past, whatever their units and
/// subjects: its forecasts today, and those of past origins.
struct SeriesSeason: Sendable {
  let form: SeriesForm
  /// By line, then horizon; nil for a line without values.
  let today: [[LongForecast]?]
  /// The same as it would have been so many values ago.
  private let past: [Int: [[LongForecast]?]]

  /// - Parameter scored: How many values back forecasts are made anew, to be held against what
  ///   came; 0 for none.
  /// - Returns: Nil where the series are too few or too short to learn from.
  init?(
    _ season: Season, _ stage: Stage, _ form: SeriesForm, horizons: Int, scored: Int,
    _ workers: Workers
  ) {
    func forecasts(gap: Int) -> [[LongForecast]?]? {
      let panel = Self.panel(season, stage, gap: gap)
      return LongModel(panel, form, horizons: horizons, workers)?
        .forecasts(panel, horizons: horizons, workers)
    }
    guard let today = forecasts(gap: 0) else { return nil }
    self.form = form
    self.today = today
    var past: [Int: [[LongForecast]?]] = [:]
    for gap in 1..<(scored + 1) { past[gap] = forecasts(gap: gap) }
    self.past = past
  }

  /// The histories of all lines up to `gap` places before their origins.
  private static func panel(_ season: Season, _ stage: Stage, gap: Int) -> LongPanel {
    let histories = season.histories(stage)
    return LongPanel(
      season.nodes.panel.lines.indices.map { line in
        season.origin(stage, line: line).map {
          Array(histories.past(line, upTo: $0 - gap).values)
        } ?? []
      })
  }

  /// Of lines that had values so many places ago.
  func forecasts(gap: Int, horizon: Int) -> [Int: LongForecast] {
    let all = gap == 0 ? today : past[gap] ?? []
    var forecasts: [Int: LongForecast] = [:]
    for (line, horizons) in all.enumerated() { forecasts[line] = horizons?[horizon - 1] }
    return forecasts
  }

  /// Median number of values of the lines that have any.
  static func medianLength(_ season: Season, _ stage: Stage) -> Double {
    let histories = season.histories(stage)
    let counts = (0..<histories.lineCount).map { Double(histories.count($0)) }
    return counts.filter { $0 > 0 }.median ?? 0
  }
}
