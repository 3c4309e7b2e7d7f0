import LinearAlgebra

extension Matrix {
  /// Numbers between −1 and 1.
  static func random(rows: Int, columns: Int, seed: UInt64) -> Matrix {
    var generator = SplitMix64(seed: seed)
    let elements = (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &generator) }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  /// Integers up to a limit in magnitude, divided by 2 to a power.
  static func randomOnGrid(
    rows: Int, columns: Int, limit: Int, bits: Int, seed: UInt64
  ) -> Matrix {
    var generator = SplitMix64(seed: seed)
    let elements = (0..<rows * columns).map { _ in
      Double(sign: .plus, exponent: -bits, significand: 1)
        * Double(Int.random(in: -limit...limit, using: &generator))
    }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  /// The largest magnitude of a difference between elements.
  func distance(to other: Matrix) -> Double {
    zip(elements, other.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }
}
