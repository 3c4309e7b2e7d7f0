internal import CBLAS

/// *A P* = *Q R* by Householder reflections: *Q* is orthogonal, *R* upper triangular.
///
/// *Q* stays a product of reflections and is never written out.
public struct QR: Hashable, Sendable {
  /// The order in which columns are eliminated.
  public enum ColumnOrder: Hashable, Sendable {
    /// As they stand; *P* is the identity.
    case given
    /// The one with the largest rest first, which shows the rank.
    case byNorm
  }

  /// The shape of *A*, *n* × *k*.
  public let shape: Shape
  public let order: ColumnOrder
  /// Column *j* of *A P* is this column of *A*.
  public let pivots: [Int]
  /// *R* on and above the diagonal, the reflections below.
  let packed: Matrix
  private let reflections: [Double]

  /// - Parameter matrix: *A*, *n* × *k*.
  /// - Throws: `notFinite`.
  /// - Complexity: O(*n k²*).
  public init(
    _ matrix: Matrix, order: ColumnOrder = .given
  ) throws(LinearAlgebraError) {
    try matrix.requireFinite("matrix")
    var factor = matrix
    var pivots = [CInt](repeating: 0, count: matrix.columns)
    var reflections = [Double](repeating: 0, count: min(matrix.rows, matrix.columns))
    if !reflections.isEmpty {
      Self.factorise(&factor, order, &pivots, &reflections)
    }
    shape = matrix.shape
    self.order = order
    let isPivoted = order == .byNorm && !reflections.isEmpty
    self.pivots = isPivoted ? pivots.map { Int($0) - 1 } : Array(0..<matrix.columns)
    packed = factor
    self.reflections = reflections
  }

  private static func factorise(
    _ factor: inout Matrix, _ order: ColumnOrder, _ pivots: inout [CInt],
    _ reflections: inout [Double]
  ) {
    BLASRuntime.useOneThread()
    let (n, k, stride) = (factor.rowCount, factor.columnCount, factor.stride)
    let info =
      switch order {
      case .given:
        LAPACKE_dgeqrf(LAPACK_COL_MAJOR, n, k, &factor.elements, stride, &reflections)
      case .byNorm:
        LAPACKE_dgeqp3(LAPACK_COL_MAJOR, n, k, &factor.elements, stride, &pivots, &reflections)
      }
    precondition(info == 0, "the factorisation refused its argument \(-info)")
  }

  /// *R*, min(*n*, *k*) × *k*.
  public var upper: Matrix {
    var result = Matrix(rows: reflections.count, columns: shape.columns)
    for j in 0..<result.columns {
      for i in 0..<min(j + 1, result.rows) { result[i, j] = packed[i, j] }
    }
    return result
  }

  /// How many columns are linearly independent, to the rounding of *A* itself: diagonal elements
  /// of *R* count when they exceed max(*n*, *k*) ulps of the first.
  ///
  /// - Precondition: The columns were ordered by norm.
  ///
  /// Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., section 5.4.2.
  public var rank: Int {
    precondition(order == .byNorm, "columns in the given order do not show the rank")
    let diagonal = reflections.indices.map { abs(packed[$0, $0]) }
    guard let first = diagonal.first else { return 0 }
    let tolerance = Double(max(shape.rows, shape.columns)) * .ulpOfOne * first
    return diagonal.prefix { $0 > tolerance }.count
  }
}

extension QR {
  /// *Q'b*, *n* numbers.
  public func transposedQTimes(_ b: [Double]) -> [Double] { reflected(b, transposed: true) }

  /// *Q b*, *n* numbers.
  public func qTimes(_ b: [Double]) -> [Double] { reflected(b, transposed: false) }

  private func reflected(_ b: [Double], transposed: Bool) -> [Double] {
    precondition(b.count == shape.rows, "\(b.count) numbers against \(shape)")
    guard !reflections.isEmpty else { return b }
    var result = b
    let info = LAPACKE_dormqr(
      LAPACK_COL_MAJOR, letter("L"), letter(transposed ? "T" : "N"), packed.rowCount, 1,
      CInt(reflections.count), packed.elements, packed.stride, reflections, &result,
      packed.stride)
    precondition(info == 0, "dormqr refused its argument \(-info)")
    return result
  }

  /// *R⁻¹ b*, or *R'⁻¹ b*: *k* numbers.
  ///
  /// - Precondition: *n* ≥ *k*, and *R* has no zero on its diagonal.
  func solveUpper(_ b: ArraySlice<Double>, transposed: Bool = false) -> [Double] {
    let k = shape.columns
    precondition(b.count == k && reflections.count == k, "\(b.count) numbers against \(shape)")
    var result = Array(b)
    guard k > 0 else { return result }
    cblas_dtrsv(
      CblasColMajor, CblasUpper, transposed ? CblasTrans : CblasNoTrans, CblasNonUnit,
      CInt(k), packed.elements, packed.stride, &result, 1)
    return result
  }

  private func letter(_ scalar: UnicodeScalar) -> Int8 { Int8(scalar.value) }
}
