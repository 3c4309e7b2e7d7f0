import Analytics

/// What a percentage of a sum brings when it changes, or when the sum takes in more: the last year's
/// amount moves as the rate on the last year's sums does. What the sums themselves do is for history
/// to say.
struct PercentageChange {
  private let part: PartCosting
  private let rate: PercentageRate

  init(_ part: PartCosting, _ item: RateCosting.Item) {
    self.part = part
    rate = PercentageRate(
      item, part.line, part.model.rateBase, part.model.roster, cents: part.model.cents)
  }

  func changes() -> [LinePlan.Item] {
    let (origin, stage) = (part.origin, part.stage)
    guard let last = rate.amount(origin, onSumsOf: origin, stage), last > 0,
      let atEnd = rate.atEnd(of: origin, onSumsOf: origin, stage),
      let next = rate.amount(part.year, onSumsOf: origin, stage)
    else { return [] }
    return [
      part.change(.fullYear, nil, nil, nil, amount: part.base * (atEnd / last - 1), .ratio),
      part.change(.rate, nil, nil, nil, amount: part.base * (next - atEnd) / last, .ratio),
    ].compactMap(\.self)
  }
}
