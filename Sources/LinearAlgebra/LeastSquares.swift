/// A linear regression: coefficients, how sure they are, and what they leave over.
///
/// In the units of the data: a coefficient has that of the response by that of its column.
public struct LeastSquares: Hashable, Sendable {
  /// *β*, one a column of the design.
  public let coefficients: [Double]
  /// *y* − *Xβ*, one a row.
  public let residuals: [Double]
  /// The sum of the squared residuals.
  public let residualSumOfSquares: Double
  /// The diagonal of (*X'X*)⁻¹: variances of the coefficients where the error has variance 1.
  public let unscaledVariances: [Double]
  /// The share of the response's variation that the regression explains, or nothing where the
  /// response does not vary. Variation is around the mean if the columns can express a constant,
  /// and around 0 if they cannot.
  public let rSquared: Double?

  /// The number of independent columns: all of them.
  public var rank: Int { coefficients.count }

  /// Rows less columns.
  public var degreesOfFreedom: Int { residuals.count - rank }

  /// The standard deviation of the error, with `degreesOfFreedom` as divisor; nothing without any.
  public var residualStandardDeviation: Double? {
    guard degreesOfFreedom > 0 else { return nil }
    return (residualSumOfSquares / Double(degreesOfFreedom)).squareRoot()
  }

  /// The standard deviations of the coefficients; nothing without degrees of freedom.
  public var standardErrors: [Double]? {
    residualStandardDeviation.map { error in
      unscaledVariances.map { error * $0.squareRoot() }
    }
  }
}

/// Fits a linear relation by ordinary least squares, right to the last digits of a double.
///
/// Minimises ‖*y* − *Xβ*‖² by a column-pivoted QR, refined with residuals in doubled precision.
/// The columns need neither centring nor scaling: a polynomial in raw years keeps its digits.
///
/// - Parameters:
///   - design: *X*, *n* × *k*, with a column of ones if a constant is wanted.
///   - response: *y*, *n* numbers.
/// - Throws: `shapeMismatch`; `notFinite`; `rankDeficient` if columns depend on each other to
///   working precision, or if there are fewer rows than columns.
/// - Complexity: O(*n k²*), some ten times that of the bare factorisation.
///
/// Source: Björck (1967), BIT 7, 257–278. Held to the linear sets of the NIST StRD.
public func leastSquares(
  design: Matrix, response: [Double]
) throws(LinearAlgebraError) -> LeastSquares {
  guard design.rows == response.count else {
    throw .shapeMismatch(operation: "regression", left: design.shape, right: response.shape)
  }
  try design.requireFinite("design")
  try response.requireFinite("response")
  let scaled = ScaledRegression(design, response)
  let factor = try QR(scaled.design, order: .byNorm)
  guard factor.rank == design.columns else {
    throw .rankDeficient(rank: factor.rank, of: design.columns)
  }
  let system = AugmentedSystem(matrix: scaled.design, factor: factor)
  guard let fit = scaled.fit(system) else {
    throw .rankDeficient(rank: design.columns - 1, of: design.columns)
  }
  return fit
}
