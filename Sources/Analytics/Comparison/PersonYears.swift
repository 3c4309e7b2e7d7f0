/// Heads over a year, by the months they were there.
///
/// The closing headcount less what joiners missed of the year and plus what leavers had of it. A
/// joiner or a transfer counts from the first of the month; who retires, resigns or dies counts to
/// its end. A full date is the first day of the new state.
public struct PersonYears: Sendable {
  private struct Place: Hashable {
    let unit: String
    let year: FiscalYear
  }

  /// In thousandths of a head times thousandths of a month.
  private var units: [Place: Int64] = [:]

  public init(_ dataset: Dataset) {
    let noHeads = dataset.categoriesWithoutHeads
    for row in dataset.headcount where !noHeads.contains(row.category) {
      guard let heads = row.inPost else { continue }
      units[Place(unit: row.unit, year: row.year), default: 0] += heads.thousandths * 12_000
    }
    for movement in dataset.movements
    where !noHeads.contains(movement.category) && movement.status != "planned" {
      let place = Place(unit: movement.unit, year: movement.year)
      guard units[place] != nil else { continue }
      units[place]! -= movement.delta.thousandths * movement.monthsBefore
    }
  }

  /// Person-years of a unit with two decimals, or nil where no headcount is given.
  public func of(_ unit: String, _ year: FiscalYear) -> PrintedNumber? {
    units[Place(unit: unit, year: year)].map { amount in
      let hundredths = Int128(amount).dividedRoundingHalfAway(by: 120_000)
      return PrintedNumber(mantissa: Int64(hundredths), decimals: 2)
    }
  }

  /// An amount per person-year, in hundredths of the currency unit.
  public func amount(_ money: Money, perHeadOf unit: String, _ year: FiscalYear) -> Money? {
    guard let count = units[Place(unit: unit, year: year)], count > 0 else { return nil }
    let cents = (Int128(money.cents) * 12_000_000).dividedRoundingHalfAway(by: Int128(count))
    return Int64(exactly: cents).map(Money.init(cents:))
  }
}

extension PrintedNumber {
  /// The number times a thousand, rounded half away from zero.
  fileprivate var thousandths: Int64 {
    let scaled = Int128(mantissa) * 1000
    return Int64(scaled.dividedRoundingHalfAway(by: .powerOfTen(decimals)))
  }
}

extension Movement {
  /// How long the old state lasted in the year, in thousandths of a month.
  fileprivate var monthsBefore: Int64 {
    if let day {
      return Int64(month - 1) * 1000 + Int64(day - 1) * 1000 / Int64(year.days(inMonth: month))
    }
    let lastsToTheEnd = ["retire", "resign", "death"].contains(reason)
    return Int64(lastsToTheEnd ? month : month - 1) * 1000
  }
}
