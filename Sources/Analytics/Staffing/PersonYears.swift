/// Heads over a year, by the months they were there, of whole units.
public struct PersonYears: Sendable {
  private struct Place: Hashable {
    let unit: String
    let year: FiscalYear
  }

  private struct People {
    var years = HeadYears.zero
    /// At the end of the year, in thousandths of a head.
    var heads: Int64 = 0
  }

  private var byPlace: [Place: People] = [:]
  private let privacy: Privacy

  /// Of the years in which a unit's headcount is given.
  ///
  /// - Parameter privacy: Of which units nothing per head is told.
  public init(_ roster: Roster, privacy: Privacy = .none) {
    self.privacy = privacy
    let categories = roster.categories.all
    for row in roster.rows where row.isGiven && categories[row.category].countsAsHead {
      let place = Place(unit: roster.units[row.unit], year: row.year)
      byPlace[place, default: People()].years += row.personYears
      byPlace[place]!.heads += row.closing
    }
  }

  public func isGiven(_ unit: String, _ year: FiscalYear) -> Bool {
    byPlace[Place(unit: unit, year: year)] != nil
  }

  /// Person-years of a unit with two decimals; nil where no headcount is given, or few heads.
  public func of(_ unit: String, _ year: FiscalYear) -> PrintedNumber? {
    told(unit, year)?.printed
  }

  private func told(_ unit: String, _ year: FiscalYear) -> HeadYears? {
    byPlace[Place(unit: unit, year: year)].flatMap { privacy.hides($0.heads) ? nil : $0.years }
  }

  /// An amount per person-year, in hundredths of the currency unit.
  public func amount(_ money: Money, perHeadOf unit: String, _ year: FiscalYear) -> Money? {
    guard let years = told(unit, year), years.units > 0 else { return nil }
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
