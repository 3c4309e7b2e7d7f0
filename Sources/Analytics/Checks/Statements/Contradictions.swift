/// Two statements about one thing that cannot both hold.
///
/// A memo of the role `headcount.<category>` counts the same people as that row of `headcount`.
/// A reason for the change of an item that names another item as the cause (`item` of
/// `adjustments`: `A/B`) goes with the change of that other item.
struct Contradictions {
  static let rule = "contradiction"

  private let dataset: Dataset
  private let memos: MemoIndex
  private var isChinese: Bool { dataset.language == .chinese }

  static func findings(_ dataset: Dataset) -> [Finding] {
    let it = Contradictions(dataset: dataset, memos: MemoIndex(dataset.memos))
    return it.headcounts() + it.reasons() + it.sameRoles()
  }

  // MARK: Heads

  private func headcounts() -> [Finding] {
    let rows = dataset.headcount.rowsByUnit
    return dataset.memos.compactMap { memo in
      guard let role = memo.role, role.hasPrefix("headcount."), let counted = memo.values[.outturn],
        let row = rows[memo.unit]?.lazy.map({ dataset.headcount[$0] }).first(where: {
          $0.year == memo.year && "headcount.\($0.category)" == role
        }), let heads = row.inPost
      else { return nil }
      let stated = counted.printed(in: .unit, decimals: memo.decimals)
      guard Rational(stated) != Rational(heads) else { return nil }
      return Finding(
        rule: Contradictions.rule, severity: .warning, year: memo.year, unit: memo.unit,
        expected: heads, found: stated,
        difference: try? (Rational(stated) - Rational(heads)).printed(atLeast: 0),
        message: isChinese
          ? "\(memo.year) 年 \(memo.unit) \(row.category) 一处为 \(heads) 人，“\(memo.item)”为 \(stated) 人，前后矛盾"
          : "\(memo.unit) has \(heads) \(row.category) in one place and \(stated) in another "
            + "('\(memo.item)'), both in \(memo.year)",
        source: [row.place, memo.place].joined(separator: "; "))
    }
  }

  // MARK: Items of one role

  /// Two memos of a unit and year with one undivided role, and different amounts.
  private func sameRoles() -> [Finding] {
    struct Place: Hashable {
      let role: String
      let unit: String
      let year: FiscalYear
    }
    let roles = ["three_public", "running_cost", "procurement", "grand_total"]
    let groups = Dictionary(grouping: dataset.memos.filter { roles.contains($0.role ?? "") }) {
      Place(role: $0.role!, unit: $0.unit, year: $0.year)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0].place < $1[0].place }
      .flatMap { memos in
        Stage.allCases.compactMap { stage in
          let stated = memos.filter { $0.values[stage] != nil }
          guard let first = stated.first,
            let other = stated.first(where: { $0.values[stage] != first.values[stage] })
          else { return nil }
          return finding(first, other, stage)
        }
      }
  }

  private func finding(_ a: Memo, _ b: Memo, _ stage: Stage) -> Finding {
    let (x, y) = (dataset.printed(a.values[stage]!), dataset.printed(b.values[stage]!))
    return Finding(
      rule: Contradictions.rule, severity: .warning, year: a.year, unit: a.unit, stage: stage,
      expected: x, found: y,
      message: isChinese
        ? "\(a.year) 年 \(a.unit)：“\(a.item)”为 \(x)，“\(b.item)”为 \(y)，同一事项两处不同"
        : "\(a.unit), \(a.year): '\(a.item)' is \(x) and '\(b.item)' is \(y), for one and the same",
      source: [a.place, b.place].joined(separator: "; "))
  }

  // MARK: Reasons

  private func reasons() -> [Finding] {
    dataset.itemReasons.compactMap { reason in
      guard reason.against == "previous", let part = reason.part, let amount = reason.amount,
        amount != .zero, let change = change(of: part, reason)
      else { return nil }
      let digit = (dataset.lastDigit ?? .zero).cents * 2
      let isOpposed =
        (amount > .zero) != (change.amount > .zero) && change.amount.magnitude.cents > digit
        && amount.magnitude.cents > digit
      let rest = change.amount - amount
      guard isOpposed else { return nil }
      return finding(reason, part, amount, change, rest)
    }
  }

  private struct Change {
    let item: String
    let amount: Money
    let previous: Money
  }

  /// The change of a memo on the year before, or of the nearest item that it is part of.
  private func change(of item: String, _ reason: ItemReason) -> Change? {
    guard var memo = memos.first(item, reason.unit, reason.year) else { return nil }
    while true {
      if let now = memo.values[reason.stage], let before = reason.year.previous,
        let old = memos.first(memo.item, reason.unit, before)?.values[reason.stage]
      {
        return Change(item: memo.item, amount: now - old, previous: old)
      }
      guard let role = memo.role, let dot = role.lastIndex(of: "."),
        let above = memos.first(role: String(role[..<dot]), memo.unit, memo.year)
      else { return nil }
      memo = above
    }
  }

  private func finding(
    _ reason: ItemReason, _ part: String, _ amount: Money, _ change: Change, _ rest: Money
  ) -> Finding {
    let (a, c, r) = (dataset.printed(amount), dataset.printed(change.amount), dataset.printed(rest))
    let old = dataset.printed(change.previous)
    return Finding(
      rule: Contradictions.rule, severity: .warning, year: reason.year, unit: reason.unit,
      stage: reason.stage, expected: c, found: a,
      difference: dataset.printed(amount - change.amount),
      message: isChinese
        ? "\(reason.item)的变动原因称\(part)变动 \(a)，而\(change.item)变动为 \(c)；两者同时成立须"
          + "\(reason.item)以外的部分变动 \(r)（上年共 \(old)），报告未说明"
        : "\(part) is said to have moved \(reason.item) by \(a), and \(change.item) changed by \(c); "
          + "both hold only if it changed by \(r) outside (of \(old) the year before), which "
          + "nothing says",
      source: reason.source)
  }
}
