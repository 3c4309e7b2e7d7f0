/// Lines over years with fans of forecasts, drawn into a rectangle.
///
/// The first series has bands of 80 % and 95 %; the others go on as a line, so that bands never
/// hide each other.
struct FanPanel {
  let series: [FanSeries]
  let left: Double
  let right: Double
  let scale: LinearScale

  private let firstYear: Int
  private let lastYear: Int

  init(_ series: [FanSeries], left: Double, right: Double, top: Double, bottom: Double, steps: Int)
  {
    self.series = series
    self.left = left
    self.right = right
    let years = series.flatMap(\.years)
    firstYear = years.min() ?? 0
    lastYear = years.max() ?? 0
    scale = LinearScale(
      FanPanel.values(series), includesZero: true, from: bottom, to: top, steps: steps)
  }

  /// Every value that a panel of these series shows.
  static func values(_ series: [FanSeries]) -> [Double] {
    series.enumerated().flatMap { $1.values(withLimits: $0 == 0) }
  }

  var years: ClosedRange<Int> { firstYear...lastYear }

  /// A lone year stands in the middle.
  func x(_ year: Int) -> Double {
    guard lastYear > firstYear else { return (left + right) / 2 }
    let part = Double(year - firstYear) / Double(lastYear - firstYear)
    return left + part * (right - left)
  }

  func draw(on canvas: inout Canvas, hints: Bool) {
    if let first = series.first { drawBands(first, on: &canvas) }
    for (place, it) in series.enumerated() {
      let known = it.points.map { (x: x($0.year), y: scale($0.value.value)) }
      if known.count > 1 { canvas.path("curve l\(place % 4)", known) }
      let ahead = it.forecasts.map { (x: x($0.year), y: scale($0.mean.value)) }
      if let origin = it.origin, !ahead.isEmpty {
        let start = (x: x(origin.year), y: scale(origin.value.value))
        canvas.path("curve ahead l\(place % 4)", [start] + ahead)
      }
    }
    for (place, it) in series.enumerated() { drawMarks(place, it, hints, on: &canvas) }
  }

  private func drawBands(_ series: FanSeries, on canvas: inout Canvas) {
    guard !series.forecasts.isEmpty else { return }
    for (style, limits) in [("wide", \FanSeries.Forecast.range95), ("narrow", \.range80)] {
      var upper: [(x: Double, y: Double)] = []
      var lower: [(x: Double, y: Double)] = []
      if let origin = series.origin {
        upper.append((x(origin.year), scale(origin.value.value)))
      }
      for forecast in series.forecasts {
        let range = forecast[keyPath: limits]
        upper.append((x(forecast.year), scale(range.upperBound)))
        lower.append((x(forecast.year), scale(range.lowerBound)))
      }
      if upper.count == 1 {  // a lone year has no width of its own
        let (x, high, low) = (upper[0].x, upper[0].y, lower[0].y)
        canvas.rectangle(style, x: x - 6, y: high, width: 12, height: max(0, low - high))
      } else {
        canvas.path(style, upper + lower.reversed(), closed: true)
      }
    }
  }

  /// Each mark by itself where it has a hint, else all of a series as one shape.
  private func drawMarks(
    _ place: Int, _ series: FanSeries, _ hints: Bool, on canvas: inout Canvas
  ) {
    let marks =
      series.points.map { ($0.year, $0.value) } + series.forecasts.map { ($0.year, $0.mean) }
    guard hints else {
      canvas.marks(place, at: marks.map { (x($0.0), scale($0.1.value)) })
      return
    }
    for (year, value) in marks {
      canvas.marks(
        place, at: [(x(year), scale(value.value))],
        hint: Bilingual(
          zh: "\(year) \(series.name.zh) \(value.full)",
          en: "\(year) \(series.name.en) \(value.full)"))
    }
  }
}

extension FanSeries.Forecast {
  fileprivate var range80: ClosedRange<Double> { min(low80, high80)...max(low80, high80) }
  fileprivate var range95: ClosedRange<Double> { min(low95, high95)...max(low95, high95) }
}
