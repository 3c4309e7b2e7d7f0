internal import CBLAS

// BLAS sums in an order of its own, which differs between processors: the last digits of these
// products do too. `ExactGram` is for results that must not.

extension Matrix {
  /// *A B*.
  ///
  /// - Parameter other: *B*, *k* × *n*, where *A* is *m* × *k*.
  /// - Returns: *m* × *n*.
  /// - Throws: `shapeMismatch`.
  public func times(_ other: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard columns == other.rows else {
      throw .shapeMismatch(operation: "A × B", left: shape, right: other.shape)
    }
    var result = Matrix(rows: rows, columns: other.columns)
    guard !result.elements.isEmpty, columns > 0 else { return result }
    BLASRuntime.useOneThread()
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, rowCount, other.columnCount, columnCount,
      1, elements, stride, other.elements, other.stride, 0, &result.elements, stride)
    return result
  }

  /// *A'B*.
  ///
  /// - Parameter other: *B*, *k* × *n*, where *A* is *k* × *m*.
  /// - Returns: *m* × *n*.
  /// - Throws: `shapeMismatch`.
  public func transposeTimes(_ other: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard rows == other.rows else {
      throw .shapeMismatch(operation: "A' × B", left: shape, right: other.shape)
    }
    var result = Matrix(rows: columns, columns: other.columns)
    guard !result.elements.isEmpty, rows > 0 else { return result }
    BLASRuntime.useOneThread()
    cblas_dgemm(
      CblasColMajor, CblasTrans, CblasNoTrans, columnCount, other.columnCount, rowCount,
      1, elements, stride, other.elements, other.stride, 0, &result.elements, result.stride)
    return result
  }

  /// *A x*.
  ///
  /// - Parameter vector: *x*, one number a column.
  /// - Returns: One number a row.
  /// - Throws: `shapeMismatch`.
  public func times(_ vector: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard columns == vector.count else {
      throw .shapeMismatch(operation: "A × x", left: shape, right: vector.shape)
    }
    return product(CblasNoTrans, vector, count: rows)
  }

  /// *A'x*.
  ///
  /// - Parameter vector: *x*, one number a row.
  /// - Returns: One number a column.
  /// - Throws: `shapeMismatch`.
  public func transposeTimes(_ vector: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard rows == vector.count else {
      throw .shapeMismatch(operation: "A' × x", left: shape, right: vector.shape)
    }
    return product(CblasTrans, vector, count: columns)
  }

  private func product(
    _ transposition: CBLAS_TRANSPOSE, _ vector: [Double], count: Int
  ) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    guard !elements.isEmpty else { return result }
    BLASRuntime.useOneThread()
    cblas_dgemv(
      CblasColMajor, transposition, rowCount, columnCount, 1, elements, stride, vector, 1,
      0, &result, 1)
    return result
  }
}
