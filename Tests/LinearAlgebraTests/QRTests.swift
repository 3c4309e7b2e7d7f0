import LinearAlgebra
import Testing

@Suite("A QR factorisation")
struct QRTests {
  let a = Matrix(rows: [[3, 1], [4, 2], [0, 2]])

  @Test("has a triangle with the length of the first column in its corner")
  func byHand() throws {
    let upper = try QR(a).upper
    #expect(abs(abs(upper[0, 0]) - 5) < 1e-14)
    #expect(abs(abs(upper[0, 1]) - 2.2) < 1e-14)
    #expect(upper[1, 0] == 0)
  }

  @Test("multiplies back to the matrix", arguments: [QR.ColumnOrder.given, .byNorm])
  func product(order: QR.ColumnOrder) throws {
    for (rows, columns) in [(1, 1), (9, 4), (5, 5), (3, 6)] {
      let matrix = Matrix.random(rows: rows, columns: columns, seed: 4)
      let factor = try QR(matrix, order: order)
      for (j, pivot) in factor.pivots.enumerated() {
        let padding = [Double](repeating: 0, count: rows - factor.upper.rows)
        let column = factor.qTimes(factor.upper.column(j) + padding)
        let distance = zip(column, matrix.column(pivot)).map { abs($0 - $1) }.max()
        #expect(try #require(distance) < 1e-14)
      }
    }
  }

  @Test("undoes its rotation")
  func orthogonal() throws {
    let factor = try QR(Matrix.random(rows: 6, columns: 3, seed: 8))
    let b = [1.0, 2, 3, 4, 5, 6]
    let back = factor.qTimes(factor.transposedQTimes(b))
    #expect(zip(b, back).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test("shows the rank", arguments: [1, 2, 3, 4])
  func rank(rank: Int) throws {
    let left = Matrix.random(rows: 10, columns: rank, seed: 1)
    let right = Matrix.random(rows: rank, columns: 4, seed: 2)
    #expect(try QR(left.times(right), order: .byNorm).rank == rank)
  }

  @Test("of zeros, of no rows and of no columns has rank 0")
  func nothing() throws {
    #expect(try QR(Matrix(rows: 3, columns: 2), order: .byNorm).rank == 0)
    #expect(try QR(Matrix(rows: 0, columns: 2), order: .byNorm).rank == 0)
    #expect(try QR(Matrix(rows: 2, columns: 0), order: .byNorm).rank == 0)
    #expect(try QR(Matrix(rows: 2, columns: 0)).transposedQTimes([1, 2]) == [1, 2])
  }

  @Test("refuses NaN")
  func notFinite() {
    #expect(throws: LinearAlgebraError.notFinite(operand: "matrix", row: 0, column: 1)) {
      try QR(Matrix(rows: [[1, .nan]]))
    }
  }
}
