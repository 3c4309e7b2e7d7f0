extension PanelCell {
  /// A source's amount, or not published where it has none.
  init(_ money: Money?) { self = money.map(PanelCell.amount) ?? .notPublished }

  /// The amount less an earlier one; nothing appropriated counts as 0, not published gives nil.
  func difference(from earlier: PanelCell) -> Money? {
    guard let amount = inSums, let previous = earlier.inSums else { return nil }
    return amount - previous
  }

  /// Undefined where either is blank or the earlier amount is zero.
  func growth(from earlier: PanelCell) -> PrintedNumber? {
    guard let amount = money, let previous = earlier.money else { return nil }
    return Percentage.growth(from: previous, to: amount)
  }

  /// In per cent of a budget; undefined where either is blank or the budget is zero:
  /// 年初预算为0，不计算完成率.
  func percentage(of budget: PanelCell) -> PrintedNumber? {
    guard let spent = money, let planned = budget.money else { return nil }
    return Percentage.of(spent, planned)
  }
}

extension PanelCell {
  /// What cells add up to: those that are not published are left out, unless all of them are.
  static func sum(_ cells: [PanelCell]) -> PanelCell {
    let amounts = cells.compactMap(\.money)
    if !amounts.isEmpty { return .amount(amounts.reduce(.zero, +)) }
    return cells.contains(.noAppropriation) ? .noAppropriation : .notPublished
  }
}
