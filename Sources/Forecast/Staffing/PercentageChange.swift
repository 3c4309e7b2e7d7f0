import Analytics

/// What a percentage of a sum brings when it changes, or when the sum takes in more: the last year's
/// amount moves as the rate on the last year's sums does. What the sums themselves do is the
/// reference's to say.
struct PercentageChange {
  private let part: PartCosting
  private let item: RateCosting.Item

  init(_ part: PartCosting, _ item: RateCosting.Item) {
    self.part = part
    self.item = item
  }

  func changes() -> [LinePlan.Item] {
    let last = average(part.origin)
    guard let last, last > 0, let atEnd = atEnd(part.origin), let next = average(part.year) else {
      return []
    }
    return [
      part.change(.fullYear, nil, nil, nil, amount: part.base * (atEnd / last - 1), .ratio),
      part.change(.rate, nil, nil, nil, amount: part.base * (next - atEnd) / last, .ratio),
    ].compactMap(\.self)
  }

  /// The rate of a year on the sums of the last, each row for its part of the year.
  private func average(_ year: FiscalYear) -> Double? {
    var sum = 0.0
    for month in 0..<12 {
      let moment = Moment(year: year, month: month + 1, day: nil)
      guard let value = value(at: moment, year) else { return nil }
      sum += value / 12
    }
    return sum
  }

  private func atEnd(_ year: FiscalYear) -> Double? {
    value(at: Moment(year: year, month: 12, day: nil), year)
  }

  private func value(at moment: Moment, _ year: FiscalYear) -> Double? {
    guard let rate = item.rates.rate(at: moment, paidBy: year),
      case .percentOf(let codes) = rate.basis,
      let base = part.model.rateBase.amount(
        codes, unit: part.line.unit, part.stage, part.origin)
    else { return nil }
    return rate.value.doubleValue / 100 * rate.bounded(base, personYears, cents: part.model.cents)
  }

  private var personYears: Double {
    part.line.categories.reduce(0) {
      $0 + part.model.roster.heads(part.line.units, $1, part.origin).personYears.value
    }
  }
}
