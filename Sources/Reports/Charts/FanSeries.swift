/// A stage's amounts over the years, and where they go from there.
struct FanSeries: Sendable {
  struct Point: Sendable {
    let year: Int
    let value: ChartValue
  }

  struct Forecast: Sendable {
    let year: Int
    let mean: ChartValue
    let low80: Double
    let high80: Double
    let low95: Double
    let high95: Double
  }

  let name: Bilingual
  /// By rising year; years without a value are left out.
  let points: [Point]
  /// By rising year.
  let forecasts: [Forecast]

  var years: [Int] { points.map(\.year) + forecasts.map(\.year) }

  /// Every value that must have a place.
  func values(withLimits: Bool) -> [Double] {
    points.map(\.value.value) + forecasts.map(\.mean.value)
      + (withLimits ? forecasts.flatMap { [$0.low95, $0.high95] } : [])
  }

  /// The last year that is known before the forecasts.
  var origin: Point? {
    guard let first = forecasts.first else { return points.last }
    return points.last { $0.year < first.year }
  }
}
