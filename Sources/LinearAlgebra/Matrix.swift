/// A dense matrix of doubles, stored column after column as LAPACK wants it.
///
/// It may have no rows or no columns. NaN and infinities may stand in it; the factorisations
/// refuse them.
public struct Matrix: Hashable, Sendable {
  public let rows: Int
  public let columns: Int
  /// All numbers, column after column: element (*i*, *j*) is at *i* + *j* × `rows`.
  public internal(set) var elements: [Double]

  /// - Parameter elements: `rows` × `columns` numbers, column after column.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "\(rows) × \(columns)")
    precondition(
      elements.count == rows * columns, "\(elements.count) numbers for \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(
      rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
  }

  /// - Parameter rows: Arrays of one length, as the matrix is written on paper.
  public init(rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "rows of \(rows.map(\.count)) numbers")
    self.init(rows: rows.count, columns: width)
    for (i, row) in rows.enumerated() {
      for (j, value) in row.enumerated() { self[i, j] = value }
    }
  }

  /// - Parameter columns: Arrays of one length, one a column.
  public init(columns: [[Double]]) {
    let height = columns.first?.count ?? 0
    precondition(
      columns.allSatisfy { $0.count == height }, "columns of \(columns.map(\.count)) numbers")
    self.init(rows: height, columns: columns.count, elements: columns.flatMap(\.self))
  }

  public static func identity(_ order: Int) -> Matrix {
    var result = Matrix(rows: order, columns: order)
    for i in 0..<order { result[i, i] = 1 }
    return result
  }

  public var shape: Shape { Shape(rows: rows, columns: columns) }

  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(contains(row, column), "(\(row), \(column)) in \(shape)")
      return elements[row + column * rows]
    }
    set {
      precondition(contains(row, column), "(\(row), \(column)) in \(shape)")
      elements[row + column * rows] = newValue
    }
  }

  /// The numbers of one row, copied.
  public func row(_ index: Int) -> [Double] {
    (0..<columns).map { self[index, $0] }
  }

  /// The numbers of one column, not copied.
  public func column(_ index: Int) -> ArraySlice<Double> {
    precondition((0..<columns).contains(index), "column \(index) of \(shape)")
    return elements[index * rows..<(index + 1) * rows]
  }

  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for j in 0..<columns {
      for i in 0..<rows { result.elements[j + i * columns] = elements[i + j * rows] }
    }
    return result
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }
}

extension Matrix {
  /// `rows` as a BLAS dimension; traps where a 32-bit BLAS would wrap.
  var rowCount: CInt { CInt(rows) }
  var columnCount: CInt { CInt(columns) }
  /// The distance between columns, which BLAS wants at least 1.
  var stride: CInt { CInt(max(1, rows)) }
}
