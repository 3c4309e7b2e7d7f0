import LinearAlgebra

/// Medians and what is built on them: they stay put when one year is out of line.
enum RobustStatistics {
  /// What makes a median absolute deviation the standard deviation of a normal distribution.
  static let consistency = 1.4826

  /// The middle value; the mean of the two middle ones for an even count. Nil for none.
  static func median(_ values: some Collection<Double>) -> Double? {
    Array(values).median
  }

  /// The median of values that rise, of which there is one at least.
  static func middle(ofSorted values: [Double]) -> Double {
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
  }

  /// The median absolute deviation from the median, scaled to a standard deviation.
  ///
  /// Source: Rousseeuw and Croux (1993), Journal of the American Statistical Association 88,
  /// 1273–1283, equation 1.2.
  static func deviation(_ values: [Double]) -> Double? {
    guard let centre = median(values) else { return nil }
    return median(values.map { abs($0 - centre) }).map { consistency * $0 }
  }

  /// The line whose slope is the median of all pairs' slopes and whose residuals have median 0.
  ///
  /// Source: Sen (1968), Journal of the American Statistical Association 63, 1379–1389.
  static func line(_ x: [Double], _ y: [Double]) -> (slope: Double, intercept: Double) {
    precondition(x.count == y.count && !x.isEmpty, "\(x.count) against \(y.count) values")
    var slopes: [Double] = []
    slopes.reserveCapacity(x.count * (x.count - 1) / 2)
    for i in x.indices {
      for j in (i + 1)..<x.count where x[j] != x[i] {
        slopes.append((y[j] - y[i]) / (x[j] - x[i]))
      }
    }
    let slope = median(slopes) ?? 0
    let intercept = median(zip(x, y).map { $1 - slope * $0 })!
    return (slope, intercept)
  }
}
