import Analytics
import Testing

@Suite("Student's t")
struct StudentTTests {
  /// To 18 digits by mpmath 1.3 (`betainc` inverted at 30 digits); they round to the entries of
  /// Abramowitz and Stegun (1964), table 26.10.
  static let quantiles: [(probability: Double, degrees: Int, t: Double)] = [
    (0.75, 5, 0.726686843800422653), (0.75, 120, 0.676539724912520222),
    (0.975, 1, 12.7062047361746933), (0.975, 2, 4.30265272974946179),
    (0.975, 3, 3.18244630528370844), (0.975, 4, 2.77644510519779349),
    (0.975, 5, 2.57058183563631478), (0.975, 8, 2.30600413520416611),
    (0.975, 10, 2.22813885198627422), (0.975, 30, 2.04227245630123789),
    (0.975, 120, 1.97993040508244046), (0.975, 1000, 1.96233908082640810),
    (0.975, 1_000_000, 1.95996635681410666), (0.995, 1, 63.6567411628715244),
    (0.995, 3, 5.84090930973335541), (0.995, 30, 2.74999565356722497),
    (0.9995, 1, 636.61924876878973), (0.9995, 10, 4.58689385870270774),
    (0.9995, 100_000, 3.29062403141191366),
  ]

  @Test("has the quantiles of the tables", arguments: quantiles)
  func quantile(probability: Double, degrees: Int, t: Double) {
    let result = StudentT(degreesOfFreedom: degrees).quantile(probability)
    #expect(abs(result - t) <= 1e-13 * t)
  }

  @Test("at three quarters is 1 with one degree of freedom: tan 45°")
  func cauchy() {
    #expect(abs(StudentT(degreesOfFreedom: 1).quantile(0.75) - 1) <= 4 * Double.ulpOfOne)
  }

  @Test("is symmetric, with its median at 0", arguments: [1, 2, 7, 500])
  func symmetric(degrees: Int) {
    let distribution = StudentT(degreesOfFreedom: degrees)
    #expect(distribution.quantile(0.5) == 0)
    #expect(distribution.quantile(0.0625) == -distribution.quantile(0.9375))
    #expect(distribution.upperTail(-1.5) == 1 - distribution.upperTail(1.5))
  }

  @Test(
    "with two degrees leaves (1 − t/√(2 + t²))/2 above t", arguments: [0.1, 1, 1.7, 1.8, 5, 40])
  func closedForm(t: Double) {
    // The same without the difference, which would lose digits: 1/(2 + t² + t√(2 + t²)).
    let exact = 1 / (2 + t * t + t * (2 + t * t).squareRoot())
    let tail = StudentT(degreesOfFreedom: 2).upperTail(t)
    #expect(abs(tail - exact) <= 1e-14 * exact)
  }

  @Test("finds back a probability from its quantile", arguments: [1, 2, 3, 17, 200, 201, 5000])
  func inverse(degrees: Int) {
    let distribution = StudentT(degreesOfFreedom: degrees)
    for tail in [1e-12, 1e-9, 1e-6, 0.001, 0.025, 0.1, 0.4] {
      let found = distribution.upperTail(-distribution.quantile(tail))
      #expect(abs(found - tail) <= 1e-12 * tail)
    }
  }

  @Test("runs smoothly from the recurrence of its constant to the asymptotic series")
  func seam() {
    let quantiles = (198...203).map { StudentT(degreesOfFreedom: $0).quantile(0.975) }
    let steps = zip(quantiles, quantiles.dropFirst()).map { $0 - $1 }
    for (step, next) in zip(steps, steps.dropFirst()) {
      #expect(abs(next / step - 0.99) < 0.001)
    }
  }

  @Test("ends at infinity")
  func far() {
    let distribution = StudentT(degreesOfFreedom: 3)
    #expect(distribution.upperTail(.infinity) == 0)
    #expect(distribution.density(.infinity) == 0)
  }
}
