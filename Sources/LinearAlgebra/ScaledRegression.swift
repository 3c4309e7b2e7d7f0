/// A regression with columns and response brought to magnitudes from 1 to 2 by powers of two,
/// which changes no digit and makes the columns comparable.
struct ScaledRegression {
  /// *X* with each column divided by 2 to its exponent.
  let design: Matrix
  /// *y* divided by 2 to its exponent.
  let response: [Double]
  private let columnExponents: [Int]
  private let responseExponent: Int

  init(_ design: Matrix, _ response: [Double]) {
    columnExponents = (0..<design.columns).map { Self.exponent(design.column($0)) }
    responseExponent = Self.exponent(response[...])
    var scaled = design
    for j in 0..<design.columns {
      for i in 0..<design.rows { scaled[i, j] = design[i, j].scaled(-columnExponents[j]) }
    }
    self.design = scaled
    self.response = response.map { [responseExponent] in $0.scaled(-responseExponent) }
  }

  /// - Returns: The fit in the units of the data, or nothing if refinement does not converge.
  func fit(_ system: AugmentedSystem) -> LeastSquares? {
    let noMoments = [Double](repeating: 0, count: design.columns)
    guard let solution = system.solve(response, noMoments) else { return nil }
    guard let variances = unscaledVariances(system) else { return nil }
    let residuals = solution.residual.map(Self.cleared)
    let squares = DoubleDouble.sumOfSquares(residuals)
    return LeastSquares(
      coefficients: zip(solution.x, columnExponents).map {
        Self.cleared($0).high.scaled(responseExponent - $1)
      },
      residuals: residuals.map { $0.high.scaled(responseExponent) },
      residualSumOfSquares: squares.high.scaled(2 * responseExponent),
      unscaledVariances: variances,
      rSquared: rSquared(squares, around: expressesConstant(system.factor) ? mean : .zero))
  }
}

extension ScaledRegression {
  /// The diagonal of (*X'X*)⁻¹. Its element *j* is ‖*r*‖² for the *r* in the span of *X* with
  /// *X'r* = *eⱼ*, which is solved for like the coefficients.
  private func unscaledVariances(_ system: AugmentedSystem) -> [Double]? {
    let zero = [Double](repeating: 0, count: design.rows)
    var result: [Double] = []
    for j in 0..<design.columns {
      var unit = [Double](repeating: 0, count: design.columns)
      unit[j] = 1
      guard let solution = system.solve(zero, unit) else { return nil }
      let variance = DoubleDouble.sumOfSquares(solution.residual).high
      result.append(variance.scaled(-2 * columnExponents[j]))
    }
    return result
  }

  private var mean: DoubleDouble {
    DoubleDouble.sum(response) / DoubleDouble(Double(response.count))
  }

  /// What is nothing beside a response of 1 to 2, where rounding leaves one part in 2¹⁰⁰: an exact
  /// fit then has residuals of 0 and not of noise that differs between processors.
  private static func cleared(_ value: DoubleDouble) -> DoubleDouble {
    abs(value.high) < 0x1p-80 ? .zero : value
  }

  private func rSquared(_ squares: DoubleDouble, around centre: DoubleDouble) -> Double? {
    let total = DoubleDouble.sumOfSquares(response.map { -centre + $0 })
    guard total.high > 0 else { return nil }
    return ((total - squares) / total).high
  }

  /// Whether a column of ones is a combination of the columns, to the rounding of the factor.
  private func expressesConstant(_ factor: QR) -> Bool {
    let ones = [Double](repeating: 1, count: design.rows)
    let outside = factor.transposedQTimes(ones)[design.columns...]
    let rows = Double(design.rows)
    let tolerance = 16 * rows * rows.squareRoot() * Double.ulpOfOne
    return design.columns > 0 && outside.allSatisfy { abs($0) <= tolerance }
  }

  /// The exponent of the largest magnitude: 0 for zeros, and within what a scale can undo.
  private static func exponent(_ values: ArraySlice<Double>) -> Int {
    let largest = values.reduce(0) { max($0, abs($1)) }
    return largest == 0 ? 0 : min(max(Int(largest.exponent), -1000), 1000)
  }
}

extension Double {
  /// Times 2 to a power, exactly unless it leaves the range of a double.
  func scaled(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: self)
  }
}
