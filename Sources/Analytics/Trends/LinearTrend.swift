/// The least squares line through a short series, and how well its slope is known.
public struct LinearTrend: Hashable, Sendable {
  /// Per year, in the unit of the amounts.
  public let slope: Double
  /// The value at each of the series' years.
  public let fitted: [Double]
  /// The ends of the 95 % interval of the slope; nil for fewer than three years.
  public let interval: (low: Double, high: Double)?

  /// Fits *y* = *a* + *b* (*t* − *t̄*) on years centred at their mean, so that nothing is lost to
  /// the size of the year's number.
  ///
  /// - Parameters:
  ///   - years: At least two that differ, as numbers.
  ///   - amounts: As many.
  /// - Returns: Nil for fewer than two years. The interval is the slope ± *t* at 97.5 % with
  ///   *n* − 2 degrees of freedom times its standard error.
  ///
  /// Source: Draper and Smith (1998), Applied Regression Analysis, 3rd ed., equations 1.2.9 and
  /// 1.4.10.
  public init?(years: some Collection<Double>, amounts: some Collection<Double>) {
    precondition(years.count == amounts.count, "\(years.count) years, \(amounts.count) amounts")
    guard years.count >= 2 else { return nil }
    let n = Double(years.count)
    let centre = years.reduce(0, +) / n
    let mean = amounts.reduce(0, +) / n
    let x = years.lazy.map { $0 - centre }
    let squares = x.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    let products = zip(x, amounts).reduce(0) { $0 + $1.0 * ($1.1 - mean) }
    let slope = products / squares
    let fitted = Array(x.map { mean + slope * $0 })
    self.slope = slope
    self.fitted = fitted
    let residuals = zip(amounts, fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    interval = LinearTrend.interval(slope, residuals, squares, freedom: fitted.count - 2)
  }

  /// Student's t at 97.5 % for 1 to 60 degrees of freedom, computed once for all series.
  private static let quantiles = (1...60).map { StudentT(degreesOfFreedom: $0).quantile(0.975) }

  /// - Parameters:
  ///   - residuals: The sum of their squares.
  ///   - squares: Of the years around their mean, the sum.
  private static func interval(
    _ slope: Double, _ residuals: Double, _ squares: Double, freedom: Int
  ) -> (low: Double, high: Double)? {
    guard freedom >= 1 else { return nil }
    let variance = residuals / Double(freedom)
    let error = (variance / squares).squareRoot()
    let quantile =
      freedom <= quantiles.count
      ? quantiles[freedom - 1] : StudentT(degreesOfFreedom: freedom).quantile(0.975)
    let reach = quantile * error
    return (slope - reach, slope + reach)
  }

  public static func == (a: LinearTrend, b: LinearTrend) -> Bool {
    a.slope == b.slope && a.fitted == b.fitted && a.interval?.low == b.interval?.low
      && a.interval?.high == b.interval?.high
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(slope)
    hasher.combine(fitted)
  }
}
