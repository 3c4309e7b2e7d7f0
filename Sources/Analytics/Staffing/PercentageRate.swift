/// What a percentage of a sum gives on a line, each row for its part of the year.
public struct PercentageRate: Sendable {
  private let rates: DatedRates
  private let line: StaffedLine
  private let base: RateBase
  private let roster: Roster
  private let cents: Double

  public init(
    _ item: RateCosting.Item, _ line: StaffedLine, _ base: RateBase, _ roster: Roster,
    cents: Double
  ) {
    rates = item.rates
    self.line = line
    self.base = base
    self.roster = roster
    self.cents = cents
  }

  /// The amount by the rates of one year on the sums of another, in hundredths of the currency unit;
  /// nil where a part of the year has no rate or a sum is not there.
  public func amount(_ year: FiscalYear, onSumsOf sums: FiscalYear, _ stage: Stage) -> Double? {
    var total = 0.0
    for part in rates.parts(of: year, paidBy: year) {
      guard let amount = amount(part.rate, onSumsOf: sums, stage) else { return nil }
      total += amount * Double(part.length) / 12_000
    }
    return total
  }

  /// The amount of a whole year by the rate and on the sums that hold at the end of one.
  public func atEnd(of year: FiscalYear, onSumsOf sums: FiscalYear, _ stage: Stage) -> Double? {
    amount(rate(atEndOf: year), onSumsOf: sums, stage)
  }

  /// The row in force at the end of a year.
  func rate(atEndOf year: FiscalYear) -> Rate? { rates.rate(atEndOf: year) }

  /// The sum that a row is taken of, between its floor and its cap.
  func sum(_ rate: Rate, _ year: FiscalYear, _ stage: Stage) -> Double? {
    guard case .percentOf(let codes) = rate.basis,
      let year = rate.baseYear == .previous ? year.previous : year,
      let sum = base.amount(codes, unit: line.unit, stage, year)
    else { return nil }
    let heads = line.categories.reduce(0) {
      $0 + roster.heads(line.units, $1, year).personYears.value
    }
    return rate.bounded(sum, heads, cents: cents)
  }

  private func amount(
    _ rate: Rate?, onSumsOf sums: FiscalYear, _ stage: Stage
  ) -> Double? {
    guard let rate, let sum = sum(rate, sums, stage) else { return nil }
    return rate.value.doubleValue / 100 * sum
  }
}
