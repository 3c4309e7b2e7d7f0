extension AmountUnit {
  /// The units that a report may use beside this one: 元, 万元 and 亿元, or ones, thousands and
  /// millions.
  var relatives: [AmountUnit] {
    let families: [[AmountUnit]] = [
      [.yuan, .tenThousandYuan, .hundredMillionYuan], [.unit, .thousand, .million],
    ]
    return families.first { $0.contains(self) }!.filter { $0 != self }
  }

  /// What amounts in this unit are multiplied by to be in another: 10,000 from 万元 to 元.
  func factor(to other: AmountUnit) -> Rational {
    Rational(Money(cents: cents), in: other)
  }
}

extension PrintedNumber {
  /// Whether it has five digits or more, without zeros at its ends. Short and round numbers are
  /// powers of ten of each other by chance.
  var isTelling: Bool {
    var digits = mantissa.magnitude
    guard digits > 0 else { return false }
    while digits % 10 == 0 { digits /= 10 }
    return digits >= 10_000
  }

  /// 293.27 for 293.2700.
  var withoutTrailingZeros: PrintedNumber {
    var (mantissa, decimals) = (mantissa, decimals)
    while decimals > 0 && mantissa % 10 == 0 {
      mantissa /= 10
      decimals -= 1
    }
    return PrintedNumber(mantissa: mantissa, decimals: decimals)
  }

  /// The unit in which a number that should be in `unit` is what was recomputed; nil where it is in
  /// none.
  ///
  /// - Throws: `overflow`.
  func otherUnit(
    than unit: AmountUnit, showing recomputed: PrintedInterval
  ) throws(ArithmeticProblem) -> AmountUnit? {
    guard isTelling else { return nil }
    for other in unit.relatives {
      let scaled = try recomputed * PrintedInterval(exactly: unit.factor(to: other))
      let comparison = try FigureComparison(printed: self, recomputed: scaled)
      if case .differs = comparison.verdict { continue }
      return other
    }
    return nil
  }
}
