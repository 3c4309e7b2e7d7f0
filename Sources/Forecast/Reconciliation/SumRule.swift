import Analytics

/// A ceiling as it bears on one target.
struct SumRule: Sendable {
  let ceiling: Ceiling
  let members: CeilingMembers
  /// In hundredths of the currency unit, on the last printed digit; infinite where there is none.
  let lower: Double
  let upper: Double
}

extension CeilingRules {
  /// The rules about one stage and year, and those that cannot be applied.
  ///
  /// - Parameter last: What a line or node has, or is forecast to have, the year before.
  func rules(
    _ stage: Stage, _ year: FiscalYear, lastDigit: Money, last: (Int) -> Money?
  ) -> (rules: [SumRule], notices: [UnappliedCeiling]) {
    var rules: [SumRule] = []
    var notices: [UnappliedCeiling] = []
    for entry in entries where entry.ceiling.stage == stage && entry.ceiling.year == year {
      guard let limit = entry.limit(last) else {
        notices.append(UnappliedCeiling(entry.ceiling, .noLastAmount))
        continue
      }
      rules.append(SumRule(entry, limit, lastDigit))
    }
    return (rules, notices)
  }
}

extension CeilingRules.Entry {
  /// A limit in hundredths of the currency unit, exactly: a numerator over a denominator.
  fileprivate func limit(
    _ last: (Int) -> Money?
  ) -> (numerator: Int128, denominator: Int128)? {
    switch ceiling.limit {
    case .amount(let money): return (Int128(money.cents), 1)
    case .ofLast(let ratio):
      guard let before = lastAmount(last) else { return nil }
      return (Int128(before.cents) * Int128(ratio.mantissa), .powerOfTen(ratio.decimals))
    }
  }

  private func lastAmount(_ last: (Int) -> Money?) -> Money? {
    switch members {
    case .node(let place): return last(place)
    case .lines(let lines):
      let amounts = lines.compactMap(last)
      return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
    }
  }
}

extension SumRule {
  /// The limit on the last digit, rounded inward: what is at most is rounded down, what is at least
  /// is rounded up.
  fileprivate init(
    _ entry: CeilingRules.Entry, _ limit: (numerator: Int128, denominator: Int128),
    _ lastDigit: Money
  ) {
    let digit = limit.denominator * Int128(lastDigit.cents)
    let down = limit.numerator.dividedRoundingDown(by: digit)
    let up = -(-limit.numerator).dividedRoundingDown(by: digit)
    let nearest = limit.numerator.dividedRoundingHalfAway(by: digit)
    func cents(_ digits: Int128) -> Double { Double(digits) * Double(lastDigit.cents) }
    ceiling = entry.ceiling
    members = entry.members
    switch entry.ceiling.rule {
    case .fixed: (lower, upper) = (cents(nearest), cents(nearest))
    case .atMost: (lower, upper) = (-.infinity, cents(down))
    case .atLeast: (lower, upper) = (cents(up), .infinity)
    }
  }
}
