/// Heads of a unit that a crosswalk splits: they cannot be divided, and stay under the old code.
enum SplitHeads {
  static let rule = "split_heads"

  static func findings(_ dataset: Dataset) -> [Finding] {
    let crosswalk = Crosswalk(dataset.crosswalk)
    let splits = crosswalk.steps.filter { $0.dimension == .unit && $0.wholeSuccessor == nil }
    guard !splits.isEmpty else { return [] }
    let headcount = crosswalk.restatedPeople(dataset).headcount
    let rows = headcount.rowsByUnit
    return splits.compactMap { split in
      let years = (rows[split.from] ?? []).map { headcount[$0].year }.filter { $0 < split.fromYear }
      guard let first = years.min(), let last = years.max() else { return nil }
      return finding(split, first, last, dataset)
    }
  }

  private static func finding(
    _ split: Crosswalk.Step, _ first: FiscalYear, _ last: FiscalYear, _ dataset: Dataset
  ) -> Finding {
    let isChinese = dataset.language == .chinese
    let codes = split.successors.map(\.code).joined(separator: isChinese ? "、" : ", ")
    let years = first == last ? "\(first)" : isChinese ? "\(first)—\(last)" : "\(first) to \(last)"
    let message =
      isChinese
      ? "\(split.from) 自 \(split.fromYear) 年起拆分为 \(codes)：\(years) 年的人数不能按权重拆分，仍列在 "
        + "\(split.from) 之下；请在 headcount 中按新编码填列"
      : "\(split.from) is split into \(codes) from \(split.fromYear): its heads of \(years) cannot be "
        + "divided by weights and stay under \(split.from); give them by the new codes in headcount"
    return Finding(
      rule: rule, severity: .warning, year: split.fromYear, unit: split.from, message: message)
  }
}
