/// Heads on the establishment against the posts that it has, now and as planned.
enum Establishment {
  static let rule = "establishment"

  static func findings(_ dataset: Dataset, _ roster: Roster) -> [Finding] {
    given(dataset) + planned(dataset, roster)
  }

  private static func given(_ dataset: Dataset) -> [Finding] {
    dataset.headcount.compactMap { row in
      guard let heads = row.onEstablishment else { return nil }
      if let posts = row.establishment, Rational(heads) > Rational(posts) {
        return finding(row, heads, posts, .note, dataset, isOverPosts: true)
      }
      if let paid = row.inPost, Rational(heads) > Rational(paid) {
        return finding(row, heads, paid, .warning, dataset, isOverPosts: false)
      }
      return nil
    }
  }

  /// Movements to come that fill more posts than there are, or fill further above them.
  private static func planned(_ dataset: Dataset, _ roster: Roster) -> [Finding] {
    guard let closed = roster.lastClosed else { return [] }
    return roster.rows.compactMap { row in
      guard row.year > closed, !row.isGiven, let vacancy = row.vacancy, vacancy < 0,
        row.joiners > row.leavers, let posts = row.establishment
      else { return nil }
      let (unit, category) = (roster.units[row.unit], roster.categories.all[row.category].code)
      let heads = PrintedNumber(mantissa: posts - vacancy, decimals: 3).shortened
      let limit = PrintedNumber(mantissa: posts, decimals: 3).shortened
      let message =
        dataset.language == .chinese
        ? "\(row.year) 年计划变动后 \(unit) \(category) 在编 \(heads) 人，多于编制 \(limit) 人，请核实"
        : "\(row.year): planned movements bring \(unit) \(category) to \(heads) on an "
          + "establishment of \(limit); please verify"
      return Finding(
        rule: rule, severity: .warning, year: row.year, unit: unit, expected: limit,
        found: heads, difference: PrintedNumber(mantissa: -vacancy, decimals: 3).shortened,
        message: message)
    }
  }

  private static func finding(
    _ row: Headcount, _ heads: PrintedNumber, _ limit: PrintedNumber,
    _ severity: Finding.Severity, _ dataset: Dataset, isOverPosts: Bool
  ) -> Finding {
    let isChinese = dataset.language == .chinese
    let name = "\(row.unit) \(row.category)"
    let message: String
    if isOverPosts {
      message =
        isChinese
        ? "\(row.year) 年 \(name) 在编 \(heads) 人，多于编制 \(limit) 人，请核实"
        : "\(row.year): \(name) has \(heads) on an establishment of \(limit); please verify"
    } else {
      message =
        isChinese
        ? "\(row.year) 年 \(name) 在编 \(heads) 人，多于实有 \(limit) 人"
        : "\(row.year): \(name) has \(heads) on the establishment and \(limit) in post"
    }
    return Finding(
      rule: rule, severity: severity, year: row.year, unit: row.unit, expected: limit,
      found: heads, difference: try? (Rational(heads) - Rational(limit)).printed(atLeast: 0),
      message: message, source: row.place)
  }
}
