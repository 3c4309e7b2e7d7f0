import LinearAlgebra
import Testing

@Suite("A Gram matrix")
struct GramTests {
  let x = Matrix(rows: [[1, 2], [1, 3], [1, 5]])

  @Test("holds the products of all columns")
  func plain() {
    #expect(x.gram() == Matrix(rows: [[3, 10], [10, 38]]))
  }

  @Test("counts a row as often as its weight says")
  func weighted() throws {
    let weights = [4.0, 0, 1]
    #expect(try x.gram(weights: weights) == Matrix(rows: [[5, 13], [13, 41]]))
    #expect(try x.transposeTimes([1, 1, 2], weights: weights) == [6, 18])
  }

  @Test("is symmetric to the last bit", arguments: [1, 5, 64])
  func symmetric(columns: Int) {
    let gram = Matrix.random(rows: 200, columns: columns, seed: 7).gram()
    #expect(gram == gram.transposed)
  }

  @Test("of no rows is 0, of no columns is empty")
  func empty() {
    #expect(Matrix(rows: 0, columns: 2).gram() == Matrix(rows: 2, columns: 2))
    #expect(Matrix(rows: 2, columns: 0).gram() == Matrix(rows: 0, columns: 0))
  }

  @Test("refuses weights that are not one a row")
  func mismatch() {
    #expect(throws: LinearAlgebraError.self) { try x.gram(weights: [1, 1]) }
    #expect(throws: LinearAlgebraError.self) { try x.transposeTimes([1], weights: [1, 1, 1]) }
  }
}
