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

  func minus(_ other: PrintedNumber) -> PrintedNumber? { combined(self, other, -) }

  /// In per cent of another, with two decimals; nil where that is zero.
  func percent(of whole: PrintedNumber) -> PrintedNumber? {
    aligned(self, whole).flatMap { Percentage.of($0[0], $0[1]) }
  }

  /// How many percentage points the share `self` ÷ `whole` is above `old` ÷ `oldWhole`.
  func points(
    of whole: PrintedNumber, above old: PrintedNumber, of oldWhole: PrintedNumber
  ) -> PrintedNumber? {
    aligned(self, whole, old, oldWhole).flatMap {
      Percentage.points($0[0], of: $0[1], above: $0[2], of: $0[3])
    }
  }

  var magnitude: PrintedNumber {
    PrintedNumber(mantissa: Swift.abs(mantissa), decimals: decimals)
  }

  /// Whether it is the same number, whatever its decimals.
  func isEqual(to other: PrintedNumber) -> Bool {
    aligned(self, other).map { $0[0] == $0[1] } ?? false
  }

  func isBelow(_ other: PrintedNumber) -> Bool {
    aligned(self, other).map { $0[0] < $0[1] } ?? false
  }
}

private func combined(
  _ a: PrintedNumber, _ b: PrintedNumber, _ operation: (Int128, Int128) -> Int128
) -> PrintedNumber? {
  guard let pair = aligned(a, b) else { return nil }
  let result = operation(Int128(pair[0].cents), Int128(pair[1].cents))
  return Int64(exactly: result).map {
    PrintedNumber(mantissa: $0, decimals: max(a.decimals, b.decimals))
  }
}

/// The numbers in one unit, that of the last decimal of any. Ratios are the same in any unit, so
/// it may pass for money.
private func aligned(_ numbers: PrintedNumber...) -> [Money]? {
  let decimals = numbers.map(\.decimals).max() ?? 0
  var all: [Money] = []
  for number in numbers {
    let wide = Int128(number.mantissa) * .powerOfTen(decimals - number.decimals)
    guard let cents = Int64(exactly: wide) else { return nil }
    all.append(Money(cents: cents))
  }
  return all
}
