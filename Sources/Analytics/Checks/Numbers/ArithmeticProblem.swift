/// Why an exact computation has no result.
public enum ArithmeticProblem: Error, Hashable, Sendable {
  /// A numerator or a denominator takes more than 127 bits, or a number does not fit its digits.
  case overflow
  case divisionByZero
  /// The divisor is not zero, but zero lies within its printed digits: the quotient has no bound.
  case divisionAcrossZero
}
