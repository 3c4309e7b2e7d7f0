internal import CBLAS

/// The factor *L* of a symmetric positive definite *A* = *L L'*, by LAPACK's dpotrf.
///
/// The last digits depend on the processor's kernels; `ReproducibleCholesky` gives the same ones
/// everywhere.
public struct Cholesky: Hashable, Sendable {
  /// *L*, with zeros above the diagonal.
  public let lower: Matrix

  /// - Parameter matrix: *A*, *n* × *n*. Only the lower triangle is used, all of it is checked.
  /// - Throws: `shapeMismatch` if it is not square, `notFinite`, or `notPositiveDefinite` with the
  ///   order of the first minor that is not positive.
  /// - Complexity: O(*n³*).
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquare("Cholesky")
    try matrix.requireFinite("matrix")  // LAPACK calls NaN a success
    var factor = matrix
    guard !factor.elements.isEmpty else {
      lower = factor
      return
    }
    BLASRuntime.useOneThread()
    let info = LAPACKE_dpotrf(
      LAPACK_COL_MAJOR, lowerTriangle, factor.rowCount, &factor.elements, factor.stride)
    precondition(info >= 0, "dpotrf refused its argument \(-info)")
    guard info == 0 else { throw .notPositiveDefinite(order: Int(info)) }
    factor.clearUpperTriangle()
    lower = factor
  }

  /// Solves *A x* = *b*.
  ///
  /// - Parameter b: *n* numbers.
  /// - Returns: *x*, *n* numbers.
  /// - Throws: `shapeMismatch` or `notFinite`.
  public func solve(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
    try solve(Matrix(rows: b.count, columns: 1, elements: b)).elements
  }

  /// Solves *A X* = *B*.
  ///
  /// - Parameter b: *B*, *n* × *m*.
  /// - Returns: *X*, *n* × *m*.
  /// - Throws: `shapeMismatch` or `notFinite`.
  public func solve(_ b: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard b.rows == lower.rows else {
      throw .shapeMismatch(operation: "A X = B", left: lower.shape, right: b.shape)
    }
    try b.requireFinite("right-hand side")
    var x = b
    guard !x.elements.isEmpty else { return x }
    let info = LAPACKE_dpotrs(
      LAPACK_COL_MAJOR, lowerTriangle, lower.rowCount, x.columnCount, lower.elements,
      lower.stride, &x.elements, x.stride)
    precondition(info == 0, "dpotrs refused its argument \(-info)")
    return x
  }
}

private let lowerTriangle = Int8(UnicodeScalar("L").value)

extension Matrix {
  /// Solves *A x* = *b* for a symmetric positive definite *A*, *n* × *n*.
  ///
  /// - Parameter b: *n* numbers.
  /// - Returns: *x*, *n* numbers.
  /// - Throws: As `Cholesky` and its `solve` do.
  public func solvePositiveDefinite(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
    try Cholesky(self).solve(b)
  }

  func requireSquare(_ operation: String) throws(LinearAlgebraError) {
    guard rows == columns else {
      throw .shapeMismatch(operation: operation, left: shape, right: transposed.shape)
    }
  }

  fileprivate mutating func clearUpperTriangle() {
    for j in 0..<columns {
      for i in 0..<j { elements[i + j * rows] = 0 }
    }
  }
}
