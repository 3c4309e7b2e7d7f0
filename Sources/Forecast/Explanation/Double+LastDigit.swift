import Analytics

extension Double {
  /// Hundredths of the currency unit to the last printed digit, half away from zero.
  func rounded(to lastDigit: Money) -> Money {
    let digits = Money(rounding: self / Double(lastDigit.cents))
    return Money(cents: digits.cents * lastDigit.cents)
  }
}
