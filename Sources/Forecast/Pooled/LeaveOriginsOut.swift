import LinearAlgebra

/// The regressions that leave origins out, and the errors of the origins left out.
///
/// All rows of a year share its shock: what they have in common is an error of the regression that
/// did not see them, and would be learned by one that did.
struct LeaveOriginsOut: Sendable {
  /// By origin.
  let residuals: [PooledErrors.Residual]
  /// By fold, one for each of the task's features.
  let coefficients: [[Double]]

  /// All go on from the first rounds of one regression over all rows: what they share of their way
  /// is gone once, and only weights of the rows that stay have seen those left out.
  ///
  /// - Parameter prior: One for each of the task's features.
  init(_ sample: FiscalSample, _ task: FiscalTask, prior: [Double], _ workers: Workers) {
    let folds = Self.folds(sample.origins.map(\.place))
    let start = PooledRegression.start(sample, task, prior: prior, workers)
    let fits = workers.map(folds.count) { fold in
      PooledRegression(
        sample.origins { !folds[fold].contains($0) }, task, prior: prior, start: start, .one
      ).coefficients
    }
    coefficients = fits
    residuals = folds.indices.flatMap { fold in
      PooledErrors.residuals(sample.origins { folds[fold].contains($0) }, fits[fold])
    }
  }

  /// The origins that are left out together: each alone, or of more than six, consecutive ones,
  /// which share shocks where they look ahead to the same years.
  ///
  /// - Parameter origins: Their places, rising.
  static func folds(_ origins: [Int]) -> [[Int]] {
    let count = min(origins.count, mostFolds)
    return (0..<count).map { fold in
      Array(origins[fold * origins.count / count..<(fold + 1) * origins.count / count])
    }
  }

  private static let mostFolds = 6

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
