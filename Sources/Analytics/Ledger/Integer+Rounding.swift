extension FixedWidthInteger where Self: SignedInteger {
  /// 10 to the power of `exponent`, which the type must hold: up to 18 in 64 bits, 38 in 128.
  public static func powerOfTen(_ exponent: Int) -> Self {
    precondition(exponent >= 0, "10^\(exponent) is not an integer")
    var power: Self = 1
    for _ in 0..<exponent { power *= 10 }  // traps where the type is too short
    return power
  }

  /// The quotient, rounded half away from zero (四舍五入): the rule of every printed number.
  public func dividedRoundingHalfAway(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    let rest = remainder.magnitude
    guard rest >= divisor.magnitude - rest else { return quotient }
    return (self < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
  }
}

extension Int128 {
  /// The quotient, rounded towards minus infinity. The divisor is positive.
  public func dividedRoundingDown(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The quotient, rounded half to even: the rule for decimals that a source has in excess.
  public func dividedRoundingHalfToEven(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    let rest = remainder.magnitude
    let other = divisor.magnitude - rest
    guard rest > other || (rest == other && quotient & 1 != 0) else { return quotient }
    return (self < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
  }
}
