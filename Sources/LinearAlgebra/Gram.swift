internal import CBLAS

extension Matrix {
  /// *X'X*, symmetric to the last bit.
  ///
  /// - Complexity: O(*n k²*) for *n* × *k*, half of that of a general product.
  public func gram() -> Matrix {
    var result = Matrix(rows: columns, columns: columns)
    guard !elements.isEmpty else { return result }
    BLASRuntime.useOneThread()
    cblas_dsyrk(
      CblasColMajor, CblasUpper, CblasTrans, columnCount, rowCount, 1, elements, stride,
      0, &result.elements, result.stride)
    result.mirrorUpperTriangle()
    return result
  }

  /// *X'WX*, for a diagonal *W*.
  ///
  /// - Parameter weights: The diagonal, one number ≥ 0 a row.
  /// - Throws: `shapeMismatch`.
  public func gram(weights: [Double]) throws(LinearAlgebraError) -> Matrix {
    try requireWeights(weights)
    return scalingRows(by: weights.map { $0.squareRoot() }).gram()
  }

  /// *X'Wy*, for a diagonal *W*.
  ///
  /// - Parameters:
  ///   - vector: *y*, one number a row.
  ///   - weights: The diagonal, one number ≥ 0 a row.
  /// - Throws: `shapeMismatch`.
  public func transposeTimes(
    _ vector: [Double], weights: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    try requireWeights(weights)
    guard vector.count == rows else {
      throw .shapeMismatch(operation: "X' × W y", left: shape, right: vector.shape)
    }
    return try transposeTimes(zip(vector, weights).map { $0 * $1 })
  }

  /// The rows multiplied by one number each.
  ///
  /// - Precondition: One factor a row.
  public func scalingRows(by factors: [Double]) -> Matrix {
    precondition(factors.count == rows, "\(factors.count) factors for \(rows) rows")
    var result = self
    for j in 0..<columns {
      for i in 0..<rows { result.elements[i + j * rows] *= factors[i] }
    }
    return result
  }

  private func requireWeights(_ weights: [Double]) throws(LinearAlgebraError) {
    guard weights.count == rows else {
      throw .shapeMismatch(operation: "W × X", left: weights.shape, right: shape)
    }
    precondition(weights.allSatisfy { $0 >= 0 }, "a weight is negative or not a number")
  }

  /// Copies what stands above the diagonal to its place below.
  mutating func mirrorUpperTriangle() {
    for j in 0..<columns {
      for i in 0..<j { elements[j + i * rows] = elements[i + j * rows] }
    }
  }
}
