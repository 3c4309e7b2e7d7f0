/// The last value and a shrunk part of the own trend for each step.
///
/// The part is learned from all lines of the dataset: it is the φ in [0, 1] that minimises
/// Σ |change − φ steps slope| / scale over past origins, which is a weighted median of the ratios
/// (least absolute deviations through the origin; Bloomfield and Steiger 1983, Least Absolute
/// Deviations, section 1.3).
public struct DampedTrend: ForecastMethod {
  public let name = MethodName.damped
  public let part: Double

  public init(part: Double) { self.part = part }

  public func forecast(_ question: Question) -> Double? {
    question.past.lastValue.map { $0 + part * Double(question.steps) * question.past.slope }
  }

  /// One past origin of a line: what came, and what the trend would have said.
  public struct Case: Sendable {
    let change: Double
    let trend: Double
    let scale: Double

    public init?(_ question: Question, outcome: Double) {
      guard let last = question.past.lastValue, question.past.count >= 3 else { return nil }
      change = outcome - last
      trend = Double(question.steps) * question.past.slope
      scale = question.past.scale
      if trend == 0 || scale == 0 { return nil }
    }
  }

  /// Fits the part; 0 where there is nothing to learn from.
  public init(_ cases: [Case]) {
    let ratios = cases.map { (ratio: $0.change / $0.trend, weight: abs($0.trend) / $0.scale) }
      .sorted { ($0.ratio, $0.weight) < ($1.ratio, $1.weight) }
    let half = ratios.reduce(0) { $0 + $1.weight } / 2
    var sum = 0.0
    for entry in ratios {
      sum += entry.weight
      if sum >= half {
        part = min(1, max(0, entry.ratio))
        return
      }
    }
    part = 0
  }
}
