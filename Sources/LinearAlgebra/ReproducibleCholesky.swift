/// The factor *L* of a symmetric positive definite *A* = *L L'*, the same bits on every machine.
///
/// Plain additions, multiplications, divisions and square roots in a fixed order, which IEEE 754
/// rounds alike everywhere; nothing is fused. Meant for orders up to some hundreds.
public struct ReproducibleCholesky: Hashable, Sendable {
  /// *L*, with zeros above the diagonal.
  public let lower: Matrix

  /// - Parameter matrix: *A*, *n* × *n*. Only the lower triangle is used, all of it is checked.
  /// - Throws: `shapeMismatch` if it is not square, `notFinite`, or `notPositiveDefinite` with the
  ///   order of the first minor that is not positive.
  /// - Complexity: O(*n³*).
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquare("Cholesky")
    try matrix.requireFinite("matrix")
    let n = matrix.rows
    var factor = Matrix(rows: n, columns: n)
    for j in 0..<n {
      let pivot = Self.remainder(matrix, factor, j, j)
      guard pivot > 0, pivot.isFinite else { throw .notPositiveDefinite(order: j + 1) }
      let diagonal = pivot.squareRoot()
      factor[j, j] = diagonal
      for i in j + 1..<max(n, j + 1) {
        factor[i, j] = Self.remainder(matrix, factor, i, j) / diagonal
      }
    }
    lower = factor
  }

  /// Solves *A x* = *b*.
  ///
  /// - Parameter b: *n* numbers.
  /// - Returns: *x*, *n* numbers.
  /// - Throws: `shapeMismatch` or `notFinite`.
  public func solve(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard b.count == lower.rows else {
      throw .shapeMismatch(operation: "A x = b", left: lower.shape, right: b.shape)
    }
    try b.requireFinite("right-hand side")
    var x = b
    for i in x.indices {
      for k in 0..<i { x[i] -= lower[i, k] * x[k] }
      x[i] /= lower[i, i]
    }
    for i in x.indices.reversed() {
      for k in i + 1..<max(x.count, i + 1) { x[i] -= lower[k, i] * x[k] }
      x[i] /= lower[i, i]
    }
    return x
  }

  /// What is left of element (*i*, *j*) when the columns before *j* have been taken out.
  private static func remainder(_ matrix: Matrix, _ factor: Matrix, _ i: Int, _ j: Int) -> Double {
    var rest = matrix[i, j]
    for k in 0..<j { rest -= factor[i, k] * factor[j, k] }
    return rest
  }
}
