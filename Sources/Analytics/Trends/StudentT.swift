/// Student's *t* distribution, with whole degrees of freedom.
///
/// Additions, multiplications, divisions and square roots only, so the same bits everywhere: a
/// whole number of degrees needs neither logarithms nor the gamma function.
///
/// Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, section 26.7; the
/// tail is an incomplete beta function by 26.5.27.
public struct StudentT: Hashable, Sendable {
  /// *ν* ≥ 1.
  public let degreesOfFreedom: Int
  private let degrees: Double
  private let peak: Double

  public init(degreesOfFreedom: Int) {
    precondition(degreesOfFreedom >= 1, "\(degreesOfFreedom) degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
    degrees = Double(degreesOfFreedom)
    peak = Self.gammaRatio(degreesOfFreedom) / (Double.pi * degrees).squareRoot()
  }

  /// The *t* that a variable stays below with this probability.
  ///
  /// For an interval of 95 %, ask at 0.975. Right to 10⁻¹² of itself where the probability and
  /// its complement are 10⁻¹² or more.
  ///
  /// - Precondition: 0 < `probability` < 1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability of \(probability)")
    return probability < 0.5 ? -upperQuantile(probability) : upperQuantile(1 - probability)
  }

  /// The probability of a value above *t*.
  public func upperTail(_ t: Double) -> Double {
    guard t >= 0 else { return 1 - upperTail(-t) }
    if t * t < 3 { return 0.5 - centralHalf(t) }
    let density = density(t)
    return density > 0 ? density * t / (2 * tailFraction(t)) : 0
  }

  /// The density at *t*.
  public func density(_ t: Double) -> Double {
    let u = t * t / degrees
    guard u.isFinite else { return 0 }
    let root = u / (1 + (1 + u).squareRoot())  // √(1 + u) − 1
    return peak / (1 + Self.power(onePlus: root, degreesOfFreedom + 1))
  }
}

extension StudentT {
  /// Newton's method from 0. The tail is convex, so each step falls short until rounding stops it.
  private func upperQuantile(_ tail: Double) -> Double {
    var t = 0.0
    while true {
      let density = density(t)
      guard density > 0 else { return t }
      let step = (upperTail(t) - tail) / density
      t += step
      if step <= 4 * t.ulp { return t }
    }
  }

  /// The probability of a value between 0 and *t*, by the series 26.5.4.
  private func centralHalf(_ t: Double) -> Double {
    let y = t * t / (degrees + t * t)
    var term = 1.0
    var sum = 1.0
    var k = 0.0
    while term > sum * 0x1p-56 {
      term *= (degrees + 1 + 2 * k) / (3 + 2 * k) * y
      sum += term
      k += 1
    }
    return density(t) * t * sum
  }

  /// The continued fraction that the incomplete beta function with *a* = *ν*/2 and *b* = ½ is
  /// divided by, evaluated by Lentz's method. It converges fast where *t*² is 3 or more.
  ///
  /// Source: Didonato and Morris (1992), ACM TOMS 18, 360–373, equation 9. Unlike 26.5.8 it takes
  /// no difference of nearly equal numbers when *ν* is large.
  private func tailFraction(_ t: Double) -> Double {
    var value = partialDenominator(0, t)
    var above = value
    var below = 0.0
    var change = 0.0
    var m = 1.0
    while abs(change - 1) > 0x1p-52 && m < 10_000 {
      let numerator = partialNumerator(m, t)
      let denominator = partialDenominator(m, t)
      below = 1 / (denominator + numerator * below)
      above = denominator + numerator / above
      change = above * below
      value *= change
      m += 1
    }
    return value
  }

  private func partialNumerator(_ m: Double, _ t: Double) -> Double {
    let a = degrees / 2
    let x = degrees / (degrees + t * t)
    let divisor = a + 2 * m - 1
    return (a + m - 1) / divisor * ((a + m - 0.5) / divisor) * (m * (0.5 - m) * x * x)
  }

  private func partialDenominator(_ m: Double, _ t: Double) -> Double {
    let a = degrees / 2
    let x = degrees / (degrees + t * t)
    let excess = x * (t * t - 1) / 2  // a (1 − x) − b x
    let first = m == 0 ? 0 : m + m * (0.5 - m) * x / (a + 2 * m - 1)
    return first + (a + m) / (a + 2 * m + 1) * (excess + 1 + m * (2 - x))
  }

  /// (1 + *e*)ⁿ − 1 by repeated squaring, without losing a small *e* beside the 1.
  private static func power(onePlus e: Double, _ exponent: Int) -> Double {
    var result = 0.0
    var factor = e
    var rest = exponent
    while rest > 0 {
      if !rest.isMultiple(of: 2) { result += factor + result * factor }
      factor += factor + factor * factor
      rest /= 2
    }
    return result
  }

  /// Γ((*ν* + 1)/2) / Γ(*ν*/2): by its recurrence up to 200 degrees, by its asymptotic series above.
  ///
  /// Source: Abramowitz and Stegun 6.1.15; NIST DLMF 5.11.13.
  private static func gammaRatio(_ degrees: Int) -> Double {
    guard degrees <= 200 else {
      let w = 1 / Double(degrees)  // half of 1/z, where the series is in 1/z
      let tail = w * w * w * (5.0 / 128 - w * (21.0 / 2048 + w * (399.0 / 8192)))
      return (Double(degrees) / 2).squareRoot() * (1 - w / 4 + w * w / 32 + tail)
    }
    let isOdd = !degrees.isMultiple(of: 2)
    var ratio = isOdd ? 1 / Double.pi.squareRoot() : Double.pi.squareRoot() / 2
    for k in stride(from: isOdd ? 1.0 : 2.0, to: Double(degrees), by: 2) { ratio *= (k + 1) / k }
    return ratio
  }
}
