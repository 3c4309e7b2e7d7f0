import LinearAlgebra
import Testing

/// A regression whose results NIST certifies to 15 digits (Statistical Reference Datasets, linear
/// regression). A regression in rational arithmetic confirms all of them.
struct ReferenceRegression: Sendable, CustomTestStringConvertible {
  let name: String
  let design: Matrix
  let response: [Double]
  let coefficients: [Double]
  let standardErrors: [Double]
  let residualStandardDeviation: Double
  let rSquared: Double

  var testDescription: String { name }
}

extension Matrix {
  /// One column a power of the regressor.
  static func powers(_ degrees: ClosedRange<Int>, of regressor: [Double]) -> Matrix {
    Matrix(
      columns: degrees.map { degree in
        regressor.map { x in (0..<degree).reduce(1) { power, _ in power * x } }
      })
  }
}
