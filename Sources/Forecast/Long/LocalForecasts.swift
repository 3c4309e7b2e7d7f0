/// What a series says of itself: damped trends and theta, kept up value by value.
struct LocalForecasts {
  private var theta = ThetaGrid()
  private var damped = DampedHoltGrid()

  /// The share of theta; the rest is the damped trends'.
  private static let thetaShare = 0.5

  mutating func add(_ value: Double) {
    theta.add(value)
    damped.add(value)
  }

  /// The forecasts 1 … `horizons` values ahead of the last one.
  func forecasts(_ horizons: Int) -> [Double] {
    zip(theta.forecasts(horizons), damped.forecasts(horizons)).map {
      Self.thetaShare * $0 + (1 - Self.thetaShare) * $1
    }
  }
}
