import LinearAlgebra
import Testing

@Suite("A Cholesky factor")
struct CholeskyTests {
  let a = Matrix(rows: [[4, 2], [2, 10]])

  @Test("is the lower triangle whose square is the matrix")
  func byHand() throws {
    let lower = Matrix(rows: [[2, 0], [1, 3]])
    #expect(try Cholesky(a).lower == lower)
    #expect(try ReproducibleCholesky(a).lower == lower)
  }

  @Test("solves")
  func solve() throws {
    #expect(try Cholesky(a).solve([8, 22]) == [1, 2])
    #expect(try a.solvePositiveDefinite([8, 22]) == [1, 2])
    #expect(try ReproducibleCholesky(a).solve([8, 22]) == [1, 2])
    #expect(try Cholesky(a).solve(a) == .identity(2))
  }

  @Test("solves random systems to rounding, both kinds alike", arguments: [1, 3, 20, 50])
  func random(order: Int) throws {
    let factor = Matrix.random(rows: 3 * order, columns: order, seed: UInt64(order))
    let gram = factor.gram()
    let x = Matrix.random(rows: order, columns: 1, seed: 99)
    let b = try gram.times(x)
    #expect(try Cholesky(gram).solve(b).distance(to: x) < 1e-12)
    let solution = try ReproducibleCholesky(gram).solve(b.elements)
    #expect(Matrix(columns: [solution]).distance(to: x) < 1e-12)
  }

  @Test("names the first minor that is not positive")
  func indefinite() {
    let indefinite = Matrix(rows: [[1, 0, 0], [0, 4, 6], [0, 6, 9]])
    let error = LinearAlgebraError.notPositiveDefinite(order: 3)
    #expect(throws: error) { try Cholesky(indefinite) }
    #expect(throws: error) { try ReproducibleCholesky(indefinite) }
    #expect(error.description.hasSuffix("leading minor of order 3 is not positive"))
  }

  @Test("refuses NaN and infinities, and says where", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) {
    let matrix = Matrix(rows: [[1, 0], [value, 1]])
    let error = LinearAlgebraError.notFinite(operand: "matrix", row: 1, column: 0)
    #expect(throws: error) { try Cholesky(matrix) }
    #expect(throws: error) { try ReproducibleCholesky(matrix) }
    #expect(error.description == "the matrix is not finite in row 2, column 1")
    #expect(throws: LinearAlgebraError.self) { try Cholesky(a).solve([1, value]) }
    #expect(throws: LinearAlgebraError.self) { try ReproducibleCholesky(a).solve([1, value]) }
  }

  @Test("refuses a matrix that is not square and a side of another height")
  func mismatch() {
    #expect(throws: LinearAlgebraError.self) { try Cholesky(Matrix(rows: [[1, 2]])) }
    #expect(throws: LinearAlgebraError.self) { try ReproducibleCholesky(Matrix(rows: [[1, 2]])) }
    #expect(throws: LinearAlgebraError.self) { try Cholesky(a).solve([1]) }
    #expect(throws: LinearAlgebraError.self) { try ReproducibleCholesky(a).solve([1]) }
  }

  @Test("of nothing solves nothing")
  func empty() throws {
    let nothing = Matrix(rows: 0, columns: 0)
    #expect(try Cholesky(nothing).solve([Double]()) == [])
    #expect(try ReproducibleCholesky(nothing).solve([]) == [])
  }
}
