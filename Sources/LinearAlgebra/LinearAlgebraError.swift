/// What a computation can refuse: a fact of its operands, to be reported to the user.
///
/// Rows and columns count from 1 in the descriptions and from 0 in the cases.
public enum LinearAlgebraError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operands of an operation do not fit together.
  case shapeMismatch(operation: String, left: Shape, right: Shape)
  /// Some columns are linear combinations of others, to working precision.
  case rankDeficient(rank: Int, of: Int)
  /// The leading minor of this order is not positive; 1 is the first.
  case notPositiveDefinite(order: Int)
  /// An operand holds NaN or an infinity; the place is the first one, down the columns.
  case notFinite(operand: String, row: Int, column: Int)

  public var description: String {
    switch self {
    case .shapeMismatch(let operation, let left, let right):
      "\(operation): shapes \(left) and \(right) do not fit"
    case .rankDeficient(let rank, let columns):
      "only \(rank) of \(columns) columns are linearly independent; leave out those that repeat"
    case .notPositiveDefinite(let order):
      "the matrix is not positive definite: its leading minor of order \(order) is not positive"
    case .notFinite(let operand, let row, let column):
      "the \(operand) is not finite in row \(row + 1), column \(column + 1)"
    }
  }
}

/// The rows and columns of a matrix; a vector has one column.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  public let rows: Int
  public let columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  public var description: String { "\(rows) × \(columns)" }
}

extension Matrix {
  /// - Throws: `notFinite` with the first place that holds NaN or an infinity.
  func requireFinite(_ operand: String) throws(LinearAlgebraError) {
    guard let place = elements.firstIndex(where: { !$0.isFinite }) else { return }
    throw .notFinite(operand: operand, row: place % rows, column: place / rows)
  }
}

extension [Double] {
  /// - Throws: `notFinite` with the first place that holds NaN or an infinity.
  func requireFinite(_ operand: String) throws(LinearAlgebraError) {
    guard let place = firstIndex(where: { !$0.isFinite }) else { return }
    throw .notFinite(operand: operand, row: place, column: 0)
  }

  var shape: Shape { Shape(rows: count, columns: 1) }
}
