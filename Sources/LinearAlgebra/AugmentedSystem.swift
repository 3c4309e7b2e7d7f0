/// Least squares without a product of *A* with itself, as one linear system:
///
///     r + A x = b
///     A' r    = c
///
/// With *c* = 0, *x* is the least squares solution and *r* its residual. The factor of *A* solves
/// this to working precision; refinement with doubled residuals then brings *x* and *r* to the
/// last digit, unless *A* is singular to working precision.
///
/// Source: Björck (1967), BIT 7, 257–278; Higham (2002), Accuracy and Stability of Numerical
/// Algorithms, 2nd ed., section 20.5.
struct AugmentedSystem {
  /// *A*, *n* × *k* with *n* ≥ *k* and independent columns of about the same size.
  let matrix: Matrix
  let factor: QR

  struct Solution {
    /// *r*, *n* numbers.
    var residual: [DoubleDouble]
    /// *x*, *k* numbers.
    var x: [DoubleDouble]
  }

  /// - Parameters:
  ///   - b: *n* numbers.
  ///   - c: *k* numbers.
  /// - Returns: Nothing if corrections do not shrink: then the columns are as good as dependent.
  /// - Complexity: O(*n k*) a correction, of which 3 to 10 are needed.
  func solve(_ b: [Double], _ c: [Double]) -> Solution? {
    let start = correction(b, c)
    var solution = Solution(
      residual: start.residual.map { DoubleDouble($0) }, x: start.x.map { DoubleDouble($0) })
    // Measured against the start: what is 0 in the end has no size of its own.
    let scale = Step(residual: start.residual + b, x: start.x).largest
    var last = Double.infinity
    for _ in 0..<Self.mostCorrections {
      let (first, second) = remainders(solution, b, c)
      let step = correction(first, second)
      let size = step.largest.relative(to: scale)
      guard size < last / 2 else { break }
      last = size
      step.add(to: &solution)
      if size <= Self.invisible { break }
    }
    return last <= Self.accepted ? solution : nil
  }
}

extension AugmentedSystem {
  /// Corrections that halve do so this many times before any is accepted.
  private static let mostCorrections = 60
  /// A correction that cannot change the double next to the solution.
  private static let invisible = 0x1p-80
  /// A correction in the last digit of a double: larger ones have not converged.
  private static let accepted = 0x1p-52

  /// What is added to a solution.
  private struct Step {
    let residual: [Double]
    let x: [Double]

    var largest: Size { Size(residual: residual.largestMagnitude, x: x.largestMagnitude) }

    func add(to solution: inout Solution) {
      for i in residual.indices { solution.residual[i] = solution.residual[i] + residual[i] }
      for j in x.indices { solution.x[j] = solution.x[j] + x[j] }
    }
  }

  private struct Size {
    let residual: Double
    let x: Double

    /// The larger of two ratios; anything to 0 is not measured.
    func relative(to scale: Size) -> Double {
      max(
        scale.residual == 0 ? 0 : residual / scale.residual, scale.x == 0 ? 0 : x / scale.x)
    }
  }

  /// *b* − *r* − *A x* and *c* − *A'r*, summed in doubled precision and rounded once.
  private func remainders(
    _ solution: Solution, _ b: [Double], _ c: [Double]
  ) -> ([Double], [Double]) {
    var first = zip(b, solution.residual).map { -$1 + $0 }
    var second = c.map { DoubleDouble($0) }
    for j in c.indices {
      let column = matrix.column(j)
      for (i, value) in column.enumerated() {
        first[i] = first[i] - solution.x[j] * value
        second[j] = second[j] - solution.residual[i] * value
      }
    }
    return (first.map(\.high), second.map(\.high))
  }

  /// The solution for the right-hand sides *f* and *g*, to working precision.
  ///
  /// With *A P* = *Q R* and *Q'f* = (*d₁*, *d₂*): *h* = *R'⁻¹ P'g*, *r* = *Q* (*h*, *d₂*) and
  /// *x* = *P R⁻¹* (*d₁* − *h*).
  private func correction(_ f: [Double], _ g: [Double]) -> Step {
    let k = g.count
    let d = factor.transposedQTimes(f)
    let h = factor.solveUpper(factor.pivots.map { g[$0] }[...], transposed: true)
    let u = factor.solveUpper(zip(d, h).map { $0 - $1 }[...])
    var x = [Double](repeating: 0, count: k)
    for (j, pivot) in factor.pivots.enumerated() { x[pivot] = u[j] }
    return Step(residual: factor.qTimes(h + d[k...]), x: x)
  }
}

extension [Double] {
  /// The largest magnitude, 0 of nothing.
  var largestMagnitude: Double { reduce(0) { Swift.max($0, abs($1)) } }
}
