import Foundation
import LinearAlgebra
import Testing

@Suite("The natural logarithm")
struct NaturalLogarithmTests {
  /// Abramowitz and Stegun (1964), table 4.2 and page 3.
  @Test(
    "has its known values",
    arguments: [
      (1, 0), (2, 0.693147180559945309), (10, 2.302585092994045684), (0.5, -0.693147180559945309),
      (3, 1.098612288668109691),
    ])
  func known(x: Double, logarithm: Double) {
    #expect(abs(naturalLogarithm(x) - logarithm) <= 2 * logarithm.ulp)
  }

  @Test("is within a few last digits of the C library's, from the least number to the largest")
  func library() {
    var generator = SplitMix64(seed: 4)
    let numbers =
      (0..<10_000).map { _ in
        Double(
          sign: .plus, exponent: Int.random(in: -1022...1023, using: &generator),
          significand: Double.random(in: 1..<2, using: &generator))
      } + [.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude]
    for x in numbers {
      #expect(abs(naturalLogarithm(x) - log(x)) <= 4 * max(log(x).magnitude.ulp, 0x1p-54), "\(x)")
    }
  }

  @Test("is refused where there is none")
  func refused() async {
    await #expect(processExitsWith: .failure) { _ = naturalLogarithm(0) }
    await #expect(processExitsWith: .failure) { _ = naturalLogarithm(.infinity) }
  }
}
