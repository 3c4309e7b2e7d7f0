/// Reasons that the arithmetic does not bear out.
enum ReasonFindings {
  static let rule = "reasons"

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    Reasons(dataset, nodes).rows.compactMap { row in
      if let kind = unborneKind(row, dataset) { return unborne(row, kind, dataset) }
      return isNearlyWhole(row, dataset) ? finding(row, dataset) : nil
    }
  }

  private static func slack(_ dataset: Dataset) -> Money {
    Money(cents: (dataset.lastDigit?.cents ?? 0) * 10)
  }

  /// Whether the reasons leave some of the change over.
  private static func isLeft(_ row: Reasons.Row, _ dataset: Dataset) -> Bool {
    row.unexplained.magnitude > slack(dataset)
  }

  /// Whether the reasons are meant to explain the whole's change, as they make up more than half
  /// of it, and leave some of it over.
  private static func isNearlyWhole(_ row: Reasons.Row, _ dataset: Dataset) -> Bool {
    guard row.subject == nil, row.item == nil, isLeft(row, dataset) else { return false }
    return row.unexplained.magnitude.cents * 2 < row.change.magnitude.cents
  }

  /// A kind that is given as a reason without an amount, where the others add up to all of the
  /// change.
  private static func unborneKind(_ row: Reasons.Row, _ dataset: Dataset) -> String? {
    guard row.item != nil, row.explained != .zero, !isLeft(row, dataset) else { return nil }
    return row.unstatedKinds.first { !row.statedKinds.contains($0) }
  }

  private static func name(_ row: Reasons.Row, _ isChinese: Bool) -> String {
    row.item ?? row.subject ?? (isChinese ? "合计" : "the total")
  }

  private static func base(_ row: Reasons.Row, _ isChinese: Bool) -> String {
    if row.against == "budget" { return isChinese ? "比年初预算" : "on the budget" }
    return isChinese ? "比上年" : "on last year"
  }

  private static func unborne(_ row: Reasons.Row, _ kind: String, _ dataset: Dataset) -> Finding {
    let isChinese = dataset.language == .chinese
    let change = dataset.printed(row.change)
    let word = isChinese ? (chineseKinds[kind] ?? kind) : kind
    return Finding(
      rule: rule, severity: .warning, year: row.year, unit: row.unit, stage: .outturn,
      expected: change, found: dataset.printed(row.explained),
      message: isChinese
        ? "\(name(row, true))\(base(row, true))变动 \(change)，所列有金额的原因已合计 \(dataset.printed(row.explained))，"
          + "其中没有一项属于“\(word)”，而报告将其列为原因"
        : "\(name(row, false)) changed by \(change) \(base(row, false)); the reasons with an amount "
          + "add up to all of it, and none of them is \(word), which is given as a reason")
  }

  private static func finding(_ row: Reasons.Row, _ dataset: Dataset) -> Finding {
    let isChinese = dataset.language == .chinese
    let (change, explained) = (dataset.printed(row.change), dataset.printed(row.explained))
    let left = dataset.printed(row.unexplained.magnitude)
    // More of a fall than there is is a fall explained too much, too.
    let isTooMuch = row.explained.magnitude > row.change.magnitude
    let share = row.sharePct.map { "\($0)" } ?? ""
    return Finding(
      rule: rule, severity: .note, year: row.year, unit: row.unit, subject: row.subject,
      stage: .outturn, expected: change, found: explained,
      difference: dataset.printed(row.explained - row.change),
      message: isChinese
        ? "\(name(row, true)) \(row.year) 年\(base(row, true))变动 \(change)，登记的原因有金额的合计 \(explained)"
          + "（\(share)%），" + (isTooMuch ? "多说明 \(left)" : "\(left) 未说明")
        : "\(name(row, false)) changed by \(change) in \(row.year) \(base(row, false)); reasons with "
          + "an amount add up to \(explained) (\(share) %), \(left) \(isTooMuch ? "too much" : "is left")"
    )
  }

  private static let chineseKinds = [
    "one_off": "一次性", "irregular": "不定期", "timing": "跨年补支", "policy": "政策",
    "headcount": "人员增减", "rate": "标准调整", "progression": "晋升晋级", "scope": "范围变化",
    "supplement": "追加", "project": "项目",
  ]
}
