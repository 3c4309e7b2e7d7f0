import Analytics

/// Arithmetic on printed numbers as they stand: what a formula over printed cells gives. Nil where
/// 64 bits do not hold it.
extension PrintedNumber {
  /// The sum, with the most decimals of any; zero for none.
  static func sum(_ numbers: some Sequence<PrintedNumber>) -> PrintedNumber? {
    numbers.reduce(PrintedNumber(0)) { (sum: PrintedNumber?, number) in
      sum.flatMap { combined($0, number, +) }
    }
  }

  func plus(_ other: PrintedNumber) -> PrintedNumber? { combined(self, other, +) }

  func minus(_ other: PrintedNumber) -> PrintedNumber? { combined(self, other, -) }

  /// In per cent of another, with two decimals; nil where that is zero.
  func percent(of whole: PrintedNumber) -> PrintedNumber? {
    aligned(self, whole).flatMap { Percentage.of($0.0, $0.1) }
  }

  /// How many percentage points the share `self` ÷ `whole` is above `old` ÷ `oldWhole`.
  func points(
    of whole: PrintedNumber, above old: PrintedNumber, of oldWhole: PrintedNumber
  ) -> PrintedNumber? {
    let places = max(decimals, whole.decimals, old.decimals, oldWhole.decimals)
    guard let new = scaled(to: places), let newWhole = whole.scaled(to: places),
      let old = old.scaled(to: places), let oldWhole = oldWhole.scaled(to: places)
    else { return nil }
    return Percentage.points(new, of: newWhole, above: old, of: oldWhole)
  }

  var magnitude: PrintedNumber {
    PrintedNumber(mantissa: Swift.abs(mantissa), decimals: decimals)
  }

  /// Whether it is the same number, whatever its decimals.
  func isEqual(to other: PrintedNumber) -> Bool {
    aligned(self, other).map { $0.0 == $0.1 } ?? false
  }

  func isBelow(_ other: PrintedNumber) -> Bool {
    aligned(self, other).map { $0.0 < $0.1 } ?? false
  }
}

private func combined(
  _ a: PrintedNumber, _ b: PrintedNumber, _ operation: (Int128, Int128) -> Int128
) -> PrintedNumber? {
  guard let pair = aligned(a, b) else { return nil }
  let result = operation(Int128(pair.0.cents), Int128(pair.1.cents))
  return Int64(exactly: result).map {
    PrintedNumber(mantissa: $0, decimals: max(a.decimals, b.decimals))
  }
}

/// Both in one unit, that of the last decimal of either. Ratios are the same in any unit, so it may
/// pass for money.
private func aligned(_ a: PrintedNumber, _ b: PrintedNumber) -> (Money, Money)? {
  let places = max(a.decimals, b.decimals)
  guard let first = a.scaled(to: places), let second = b.scaled(to: places) else { return nil }
  return (first, second)
}

extension PrintedNumber {
  /// In units of the last of so many decimals, at least its own.
  fileprivate func scaled(to places: Int) -> Money? {
    guard places > decimals else { return Money(cents: mantissa) }
    return Int64(exactly: Int128(mantissa) * .powerOfTen(places - decimals)).map(Money.init(cents:))
  }
}
