/// The natural logarithm, the same bits on every machine.
///
/// With *x* = 2ᵉ *f* and √½ ≤ *f* < √2 it is *e* ln 2 + 2 artanh(*t*), *t* = (*f* − 1) / (*f* + 1),
/// by the first ten terms of the series of artanh (Abramowitz and Stegun 1964, 4.1.27). The part
/// that is cut off is below 10⁻¹⁷; a C library's logarithm is nearer to the last digit, and its
/// variants differ there by processor.
///
/// - Precondition: A positive finite number.
public func naturalLogarithm(_ x: Double) -> Double {
  precondition(x > 0 && x.isFinite, "the logarithm of \(x)")
  var (exponent, fraction) = (Double(x.exponent), x.significand)
  if fraction > 0x1.6a09e667f3bcdp0 {  // √2
    fraction /= 2
    exponent += 1
  }
  let t = (fraction - 1) / (fraction + 1)
  let square = t * t
  var sum = 1.0 / 19
  sum = sum * square + 1.0 / 17
  sum = sum * square + 1.0 / 15
  sum = sum * square + 1.0 / 13
  sum = sum * square + 1.0 / 11
  sum = sum * square + 1.0 / 9
  sum = sum * square + 1.0 / 7
  sum = sum * square + 1.0 / 5
  sum = sum * square + 1.0 / 3
  sum = sum * square + 1
  return exponent * 0x1.62e42fefa39efp-1 + 2 * t * sum  // ln 2
}
