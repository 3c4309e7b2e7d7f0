import LinearAlgebra
import Testing

@Suite("Least squares")
struct LeastSquaresTests {
  /// y = 1, 3, 2, 6 in years 0 to 3: the line 0.9 + 1.4 t leaves 0.1, 0.7, −1.7 and 0.9.
  let line = Matrix(rows: [[1, 0], [1, 1], [1, 2], [1, 3]])
  let response = [1.0, 3, 2, 6]

  @Test("fits a line that can be done by hand")
  func byHand() throws {
    let fit = try leastSquares(design: line, response: response)
    #expect(fit.coefficients == [0.9, 1.4])
    #expect(fit.residuals == [0.1, 0.7, -1.7, 0.9])
    #expect(fit.residualSumOfSquares == 4.2)
    #expect(fit.unscaledVariances == [0.7, 0.2])
    #expect(fit.degreesOfFreedom == 2)
    #expect(fit.rank == 2)
    #expect(fit.residualStandardDeviation == 2.1.squareRoot())
    let errors = try #require(fit.standardErrors)
    #expect(abs(errors[1] - 0.42.squareRoot()) <= errors[1].ulp)
    #expect(fit.rSquared == 0.7)
  }

  @Test("takes variation around 0 where the columns cannot express a constant")
  func throughOrigin() throws {
    let fit = try leastSquares(
      design: Matrix(columns: [[1, 2, 3]]), response: [2, 4, 7])
    #expect(fit.coefficients == [31.0 / 14])
    #expect(abs(try #require(fit.rSquared) - 961.0 / 966) < 1e-15)
  }

  @Test("sees a constant in columns that add up to one")
  func dummies() throws {
    let groups = Matrix(rows: [[1, 0], [1, 0], [0, 1], [0, 1]])
    let fit = try leastSquares(design: groups, response: [1, 3, 7, 9])
    #expect(fit.coefficients == [2, 8])
    #expect(fit.rSquared == 0.9)
  }

  @Test("leaves residuals orthogonal to the columns", arguments: 1...5)
  func orthogonal(seed: UInt64) throws {
    let design = Matrix.random(rows: 30, columns: 6, seed: seed)
    let response = Matrix.random(rows: 30, columns: 1, seed: seed + 100).elements
    let fit = try leastSquares(design: design, response: response)
    #expect(try design.transposeTimes(fit.residuals).allSatisfy { abs($0) < 1e-14 })
  }

  @Test("keeps its digits in raw years: a parabola around 2020", arguments: [0, 2020, 1e6])
  func rawYears(origin: Double) throws {
    let offsets = [-4.0, -3, -2, -1, 0, 1, 2, 3, 4]
    let years = offsets.map { origin + $0 }
    let fit = try leastSquares(
      design: .powers(0...2, of: years), response: offsets.map { 5 + 3 * $0 * $0 })
    #expect(fit.coefficients == [5 + 3 * origin * origin, -6 * origin, 3])
    #expect(fit.residuals == Array(repeating: 0, count: 9))
  }

  @Test("does not depend on units that are powers of two", arguments: [-700, -40, 0, 300])
  func units(exponent: Int) throws {
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let scaled = Matrix(columns: [[1, 1, 1, 1], [0, unit, 2 * unit, 3 * unit]])
    let fit = try leastSquares(design: scaled, response: response)
    #expect(fit.coefficients == [0.9, 1.4 / unit])
  }

  @Test("refuses columns that repeat, and counts those that do not")
  func rankDeficient() {
    let doubled = Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 3], [1, 3, 5, 7]])
    let error = LinearAlgebraError.rankDeficient(rank: 2, of: 3)
    #expect(throws: error) { try leastSquares(design: doubled, response: response) }
    #expect(error.description.hasPrefix("only 2 of 3 columns"))
  }

  @Test("refuses what is independent in exact arithmetic only", arguments: [12, 16, 20])
  func illConditioned(degree: Int) {
    let years = (0..<40).map { 1980 + Double($0) }
    #expect(throws: LinearAlgebraError.self) {
      try leastSquares(design: .powers(0...degree, of: years), response: years)
    }
  }

  @Test("refuses a column of zeros, and more columns than rows")
  func tooLittle() {
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 0, of: 1)) {
      try leastSquares(design: Matrix(rows: 2, columns: 1), response: [1, 2])
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, of: 2)) {
      try leastSquares(design: Matrix(rows: [[1, 5]]), response: [1])
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 0, of: 2)) {
      try leastSquares(design: Matrix(rows: 0, columns: 2), response: [])
    }
  }

  @Test("refuses what is not finite, and says where", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) {
    #expect(throws: LinearAlgebraError.notFinite(operand: "design", row: 1, column: 0)) {
      try leastSquares(design: Matrix(rows: [[1], [value]]), response: [1, 2])
    }
    #expect(throws: LinearAlgebraError.notFinite(operand: "response", row: 1, column: 0)) {
      try leastSquares(design: Matrix(rows: [[1], [2]]), response: [1, value])
    }
  }

  @Test("refuses a response of another length")
  func mismatch() {
    #expect(throws: LinearAlgebraError.self) { try leastSquares(design: line, response: [1]) }
  }

  @Test("passes through as many points as columns, without an error to estimate")
  func saturated() throws {
    let one = try leastSquares(design: Matrix(rows: [[2]]), response: [6])
    #expect(one.coefficients == [3])
    #expect(one.degreesOfFreedom == 0)
    #expect(one.standardErrors == nil)
    #expect(one.residualStandardDeviation == nil)
  }

  @Test("explains nothing of a response that does not vary, and no share of it")
  func constant() throws {
    let fit = try leastSquares(design: line, response: [2, 2, 2, 2])
    #expect(fit.coefficients == [2, 0])
    #expect(fit.rSquared == nil)
    let zero = try leastSquares(design: line, response: [0, 0, 0, 0])
    #expect(zero.coefficients == [0, 0])
  }

  @Test("has standard errors of 0, and not of noise, where the fit is exact")
  func exact() throws {
    let fit = try leastSquares(design: line, response: [1, 3, 5, 7])
    #expect(fit.coefficients == [1, 2])
    #expect(fit.standardErrors == [0, 0])
    #expect(fit.rSquared == 1)
  }

  @Test("finds 0 for a response orthogonal to the columns")
  func unrelated() throws {
    let fit = try leastSquares(
      design: Matrix(columns: [[0.1, 0.2, 0.3, 0.7]]), response: [0.2, -0.1, 0.7, -0.3])
    #expect(abs(fit.coefficients[0]) < 1e-16)
  }

  @Test("without columns leaves the response as it is")
  func noColumns() throws {
    let fit = try leastSquares(design: Matrix(rows: 2, columns: 0), response: [3, 4])
    #expect(fit.coefficients == [])
    #expect(fit.residuals == [3, 4])
    #expect(fit.residualSumOfSquares == 25)
  }
}
