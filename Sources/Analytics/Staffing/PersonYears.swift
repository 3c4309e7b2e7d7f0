/// Heads over a year, by the months they were there, of whole units.
public struct PersonYears: Sendable {
  private struct Place: Hashable {
    let unit: String
    let year: FiscalYear
  }

  private var byPlace: [Place: HeadYears] = [:]

  /// Of the years in which a unit's headcount is given.
  public init(_ dataset: Dataset, _ roster: Roster) {
    let categories = roster.categories.all
    for row in roster.rows where row.isGiven && categories[row.category].countsAsHead {
      byPlace[Place(unit: roster.units[row.unit], year: row.year), default: .zero] +=
        row.personYears
    }
  }

  /// Person-years of a unit with two decimals, or nil where no headcount is given.
  public func of(_ unit: String, _ year: FiscalYear) -> PrintedNumber? {
    byPlace[Place(unit: unit, year: year)]?.printed
  }

  /// An amount per person-year, in hundredths of the currency unit.
  public func amount(_ money: Money, perHeadOf unit: String, _ year: FiscalYear) -> Money? {
    guard let years = byPlace[Place(unit: unit, year: year)], years.units > 0 else { return nil }
    let scaled = Int128(money.cents) * Int128(HeadYears.perHead)
    return Int64(exactly: scaled.dividedRoundingHalfAway(by: Int128(years.units)))
      .map(Money.init(cents:))
  }
}

/// Person-years, exactly: thousandths of a head times thousandths of a month.
public struct HeadYears: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// One head for one year.
  public static let perHead: Int64 = 12_000_000
  public static let zero = HeadYears(units: 0)

  public let units: Int64

  public init(units: Int64) { self.units = units }

  /// So many thousandths of a head for a whole year.
  public init(headThousandths: Int64) { units = headThousandths * 12_000 }

  public var value: Double { Double(units) / Double(HeadYears.perHead) }

  /// With two decimals.
  public var printed: PrintedNumber {
    let hundredths = Int128(units).dividedRoundingHalfAway(by: Int128(HeadYears.perHead) / 100)
    return PrintedNumber(mantissa: Int64(hundredths), decimals: 2)
  }

  public static func + (a: HeadYears, b: HeadYears) -> HeadYears {
    HeadYears(units: a.units + b.units)
  }
  public static func - (a: HeadYears, b: HeadYears) -> HeadYears {
    HeadYears(units: a.units - b.units)
  }
  public static func < (a: HeadYears, b: HeadYears) -> Bool { a.units < b.units }
}
