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

  /// The part of the last year's amount that the percentage gives, beside rates per head; nothing
  /// beside such rates where the sums that it is taken of are not known.
  var share: Double {
    let byHeads = part.countedItems.reduce(0) {
      $0 + part.model.rates.price($1, part.origin) * part.heads($1, part.origin).counted
    }
    guard byHeads > 0 else { return 1 }
    let own = rate.amount(part.origin, onSumsOf: part.origin, part.stage) ?? 0
    return own > 0 ? own / (own + byHeads) : 0
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
