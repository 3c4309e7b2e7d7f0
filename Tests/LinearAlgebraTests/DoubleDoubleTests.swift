import Testing

@testable import LinearAlgebra

@Suite("Doubled precision")
struct DoubleDoubleTests {
  @Test("keeps what a sum would drop")
  func sum() {
    let sum = DoubleDouble(sum: 1, 0x1p-80)
    #expect(sum.high == 1)
    #expect(sum.low == 0x1p-80)
    #expect((sum - DoubleDouble(1)).high == 0x1p-80)
  }

  @Test("keeps all bits of a product: (1 + 2⁻³⁰)² = 1 + 2⁻²⁹ + 2⁻⁶⁰")
  func product() {
    let square = DoubleDouble(product: 1 + 0x1p-30, 1 + 0x1p-30)
    #expect(square.high == 1 + 0x1p-29)
    #expect(square.low == 0x1p-60)
  }

  @Test("has the rest of a product that a fused multiply-add has", arguments: 1...20)
  func fused(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let a = Double.random(in: -1e10...1e10, using: &generator)
    let b = Double.random(in: -1e-5...1e-5, using: &generator)
    #expect(DoubleDouble(product: a, b).low == (-a * b).addingProduct(a, b))
  }

  @Test("sums 1,000 tenths and takes off 100 to leave the error of a tenth")
  func tenths() {
    // 0.1 as a double is 0.1 + 2⁻⁵⁵ × 0.2.
    let tenth = 0.1
    let sum = DoubleDouble.sum(Array(repeating: tenth, count: 1000)) + -100.0
    #expect(abs(sum.high - 1000 * 0x1p-55 * 0.2) < 1e-28)
  }

  @Test("divides to a rest that no double shows: a third of 1, three times")
  func quotient() {
    let third = DoubleDouble(1) / DoubleDouble(3)
    #expect(third.high == 1.0 / 3)
    #expect(abs((third * 3 + -1.0).high) < 0x1p-100)
  }

  @Test("adds squares", arguments: 1...5)
  func squares(seed: UInt64) {
    let values = Matrix.randomOnGrid(rows: 500, columns: 1, limit: 1 << 50, bits: 0, seed: seed)
    let exact = values.elements.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    let sum = DoubleDouble.sumOfSquares(values.elements.map { DoubleDouble($0) })
    let difference = Int128(sum.high) + Int128(sum.low) - exact
    #expect(abs(Double(difference)) <= 0x1p-98 * sum.high)
  }
}
