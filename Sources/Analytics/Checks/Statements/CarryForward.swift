/// A grand total that leaves no room for what is carried forward.
///
/// 收支总计 is the year's spending and what is carried into the next year. Where a balance of the
/// role `carry_forward` stands at year end, a memo of the role `grand_total` that equals the
/// spending leaves it out.
enum CarryForward {
  static let rule = "carry_forward"

  static func findings(_ dataset: Dataset) -> [Finding] {
    let balances = Dictionary(grouping: dataset.balances, by: \.unit)
    return dataset.memos.compactMap { memo in
      guard memo.role == "grand_total", let total = memo.values[.outturn],
        let spent = spent(memo, dataset)
      else { return nil }
      let carried = (balances[memo.unit] ?? []).filter {
        $0.role == "carry_forward" && $0.year == memo.year
      }
      let sum = carried.compactMap(\.amount).reduce(.zero, +)
      let digit = dataset.lastDigit ?? .zero
      let slack = Money(cents: digit.cents * Int64(carried.count + 2) / 2)
      guard sum > slack, total + slack < spent + sum else { return nil }
      return finding(memo, total, spent, sum, carried, dataset)
    }
  }

  private static func spent(_ memo: Memo, _ dataset: Dataset) -> Money? {
    guard let unit = dataset.accounts[.unit].codes.find(memo.unit) else { return nil }
    return dataset.accounts.amount(
      CellKey(unit: unit, subject: CellKey.all), .outturn, memo.year)
  }

  private static func finding(
    _ memo: Memo, _ total: Money, _ spent: Money, _ carried: Money, _ balances: [Balance],
    _ dataset: Dataset
  ) -> Finding {
    let names = balances.map(\.item).joined(separator: "、")
    let (a, b, c) = (dataset.printed(total), dataset.printed(spent), dataset.printed(carried))
    return Finding(
      rule: rule, severity: .warning, year: memo.year, unit: memo.unit, stage: .outturn,
      expected: dataset.printed(spent + carried), found: a,
      difference: dataset.printed(total - spent - carried),
      message: dataset.language == .chinese
        ? "\(memo.year) 年\(memo.item) \(a) 只含本年支出 \(b)，而年末有\(names) \(c)，总计未包含"
        : "\(memo.item) of \(memo.year) is \(a), the year's spending \(b) and no more, though "
          + "\(names) of \(c) stand at year end",
      source: memo.place)
  }
}
