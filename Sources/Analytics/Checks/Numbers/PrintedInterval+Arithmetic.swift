extension PrintedInterval {
  public var magnitude: PrintedInterval {
    if lower >= .zero { return self }
    if upper <= .zero { return -self }
    return PrintedInterval(value: value.magnitude, lower: .zero, upper: max(-lower, upper))
  }

  public static prefix func - (a: PrintedInterval) -> PrintedInterval {
    PrintedInterval(value: -a.value, lower: -a.upper, upper: -a.lower)
  }

  public static func + (
    a: PrintedInterval, b: PrintedInterval
  ) throws(ArithmeticProblem) -> PrintedInterval {
    PrintedInterval(
      value: try a.value + b.value, lower: try a.lower + b.lower, upper: try a.upper + b.upper)
  }

  public static func - (
    a: PrintedInterval, b: PrintedInterval
  ) throws(ArithmeticProblem) -> PrintedInterval {
    try a + (-b)
  }

  /// The product is extreme where both factors are.
  public static func * (
    a: PrintedInterval, b: PrintedInterval
  ) throws(ArithmeticProblem) -> PrintedInterval {
    let corners = (
      try a.lower * b.lower, try a.lower * b.upper, try a.upper * b.lower, try a.upper * b.upper
    )
    return PrintedInterval(
      value: try a.value * b.value,
      lower: min(corners.0, corners.1, corners.2, corners.3),
      upper: max(corners.0, corners.1, corners.2, corners.3))
  }

  /// - Throws: `divisionByZero` where the divisor is zero, `divisionAcrossZero` where it may be.
  public static func / (
    a: PrintedInterval, b: PrintedInterval
  ) throws(ArithmeticProblem) -> PrintedInterval {
    guard b.value != .zero else { throw .divisionByZero }
    guard !b.contains(.zero) else { throw .divisionAcrossZero }
    let one = Rational(1)
    let reciprocal = PrintedInterval(
      value: try one / b.value, lower: try one / b.upper, upper: try one / b.lower)
    return try a * reciprocal
  }

  /// The change in per cent of the absolute previous number, `100 (x − p) / |p|`.
  ///
  /// Computed as `± 100 (x / p − 1)`, where *p* occurs once, so that the bounds are the closest.
  public func growthPct(on previous: PrintedInterval) throws(ArithmeticProblem) -> PrintedInterval {
    let growth = try (self / previous - .one) * .hundred
    return previous.value < .zero ? -growth : growth
  }

  /// The share in per cent, `100 x / whole`.
  public func sharePct(of whole: PrintedInterval) throws(ArithmeticProblem) -> PrintedInterval {
    try .hundred * self / whole
  }

  private static let one = PrintedInterval(exactly: Rational(1))
  private static let hundred = PrintedInterval(exactly: Rational(100))
}
