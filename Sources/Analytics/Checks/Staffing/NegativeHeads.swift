/// Fewer than no heads: movements take away more than are there, or bring more than there are in the
/// end.
enum NegativeHeads {
  static let rule = "negative_heads"

  static func findings(_ dataset: Dataset, _ roster: Roster) -> [Finding] {
    var before: Roster.Row?
    return roster.rows.compactMap { row in
      defer { before = row }
      let isNext = before.map { $0.unit == row.unit && $0.category == row.category } ?? false
      let wasNegative = isNext && before!.closing < 0
      if row.closing < 0 { return wasNegative ? nil : finding(row, .closing, roster, dataset) }
      return row.opening < 0 && !wasNegative ? finding(row, .opening, roster, dataset) : nil
    }
  }

  private enum End { case opening, closing }

  private static func finding(
    _ row: Roster.Row, _ end: End, _ roster: Roster, _ dataset: Dataset
  ) -> Finding {
    let (unit, category) = (roster.units[row.unit], roster.categories.all[row.category].code)
    func heads(_ thousandths: Int64) -> PrintedNumber {
      PrintedNumber(mantissa: thousandths, decimals: 3).shortened
    }
    let (opening, closing) = (heads(row.opening), heads(row.closing))
    let isChinese = dataset.language == .chinese
    let message =
      switch end {
      case .closing where isChinese:
        "\(row.year) 年 \(unit) \(category) 年初 \(opening) 人，变动后年末为 \(closing) 人，少于 0"
      case .closing:
        "\(row.year): \(unit) \(category) has \(opening) heads, and movements leave \(closing): "
          + "fewer than none"
      case .opening where isChinese:
        "\(row.year) 年 \(unit) \(category) 年末 \(closing) 人，按变动倒推年初为 \(opening) 人，少于 0"
      case .opening:
        "\(row.year): \(unit) \(category) ends with \(closing) heads, of which movements brought more: "
          + "it would begin with \(opening)"
      }
    return Finding(
      rule: rule, severity: .error, year: row.year, unit: unit,
      found: end == .closing ? closing : opening, message: message)
  }
}
