import LinearAlgebra
import Testing

@Suite("A matrix")
struct MatrixTests {
  let a = Matrix(rows: [[1, 2, 3], [4, 5, 6]])

  @Test("stores its columns one after the other")
  func order() {
    #expect(a.elements == [1, 4, 2, 5, 3, 6])
    #expect(a == Matrix(columns: [[1, 4], [2, 5], [3, 6]]))
    #expect(a[1, 2] == 6)
    #expect(a.row(1) == [4, 5, 6])
    #expect(Array(a.column(1)) == [2, 5])
  }

  @Test("is transposed by swapping rows and columns")
  func transposed() {
    #expect(a.transposed == Matrix(rows: [[1, 4], [2, 5], [3, 6]]))
    #expect(a.transposed.transposed == a)
  }

  @Test("multiplies a matrix")
  func product() throws {
    #expect(try a.times(a.transposed) == Matrix(rows: [[14, 32], [32, 77]]))
    #expect(try a.transposeTimes(a) == a.transposed.times(a))
    #expect(try a.times(.identity(3)) == a)
  }

  @Test("multiplies a vector")
  func vector() throws {
    #expect(try a.times([1, 0, -1]) == [-2, -2])
    #expect(try a.transposeTimes([1, 1]) == [5, 7, 9])
  }

  @Test("refuses factors of another shape, and names both")
  func mismatch() {
    let two = Shape(rows: 2, columns: 3)
    #expect(throws: LinearAlgebraError.shapeMismatch(operation: "A × B", left: two, right: two)) {
      try a.times(a)
    }
    let error = #expect(throws: LinearAlgebraError.self) { try a.times([1, 2]) }
    #expect(error?.description == "A × x: shapes 2 × 3 and 2 × 1 do not fit")
    #expect(throws: LinearAlgebraError.self) { try a.transposeTimes(a.transposed) }
    #expect(throws: LinearAlgebraError.self) { try a.transposeTimes([1, 2, 3]) }
  }

  @Test("may have no rows or no columns: empty sums are 0")
  func empty() throws {
    let flat = Matrix(rows: 0, columns: 2)
    let thin = Matrix(rows: 2, columns: 0)
    #expect(try flat.transposed.times(flat) == Matrix(rows: 2, columns: 2))
    #expect(try flat.transposeTimes([]) == [0, 0])
    #expect(try thin.times([]) == [0, 0])
    #expect(try flat.times([1, 1]) == [])
    #expect(Matrix(rows: []).shape == Shape(rows: 0, columns: 0))
  }

  @Test("lets a NaN through a product")
  func notANumber() throws {
    #expect(try a.times([.nan, 0, 0]).allSatisfy(\.isNaN))
  }
}

@Suite("The BLAS library")
struct BLASRuntimeTests {
  @Test("runs on one thread and says what it is")
  func identity() {
    #expect(BLASRuntime.threads == 1)
    #expect(BLASRuntime.name == "OpenBLAS")
    #expect(BLASRuntime.version.split(separator: ".").count >= 2)
    #expect(!BLASRuntime.core.isEmpty)
    #expect(BLASRuntime.configuration.hasPrefix("OpenBLAS \(BLASRuntime.version)"))
  }

  @Test("gives many callers at once the bits of one")
  func concurrent() async {
    let matrix = Matrix.random(rows: 600, columns: 20, seed: 1)
    let alone = matrix.gram()
    await withTaskGroup(of: Matrix.self) { group in
      for _ in 0..<32 { group.addTask { matrix.gram() } }
      for await together in group { #expect(together == alone) }
    }
  }
}
