import LinearAlgebra

/// The regressions that leave one origin out each, and the errors of the origin left out.
///
/// All rows of a year share its shock: what they have in common is an error of the regression that
/// did not see them, and would be learned by one that did.
struct LeaveOneOriginOut: Sendable {
  /// By origin.
  let residuals: [PooledErrors.Residual]
  /// By origin, one for each of the task's features.
  let coefficients: [[Double]]

  /// - Parameter prior: One for each of the task's features.
  init(_ sample: FiscalSample, _ task: FiscalTask, prior: [Double], _ workers: Workers) {
    var residuals: [PooledErrors.Residual] = []
    var coefficients: [[Double]] = []
    for origin in sample.origins {
      let fit = PooledRegression(
        sample.origins { $0 != origin.place }, task, prior: prior, workers)
      coefficients.append(fit.coefficients)
      residuals += PooledErrors.residuals(
        sample.origins { $0 == origin.place }, fit.coefficients)
    }
    self.residuals = residuals
    self.coefficients = coefficients
  }

  /// The median of each coefficient: one odd year moves all but one of the regressions, and the
  /// median of them little.
  ///
  /// - Returns: Nil for fewer than two origins.
  var medianCoefficients: [Double]? {
    guard coefficients.count >= 2 else { return nil }
    return coefficients[0].indices.map { feature in
      LeastAbsoluteDeviations.onGrid(coefficients.map { $0[feature] }.median ?? 0)
    }
  }
}
