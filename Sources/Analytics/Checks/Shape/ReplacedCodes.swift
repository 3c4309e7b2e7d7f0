/// Codes that a crosswalk replaces, and that have amounts in the years after: what is restated and
/// what is not stand side by side.
enum ReplacedCodes {
  static let rule = "replaced_code"

  /// - Parameter dataset: As it was read.
  static func findings(_ dataset: Dataset) -> [Finding] {
    let steps = Crosswalk(dataset.crosswalk).steps
    let replaced = steps.filter { step in
      !step.successors.contains { $0.code == step.from }  // a part of a split may keep the code
    }
    guard !replaced.isEmpty else { return [] }
    let years = yearsInUse(replaced, dataset.accounts)
    return replaced.compactMap { step in
      let end = takenAgain(step, steps)
      let used = (years[code(of: step)] ?? []).filter { year in
        year >= step.fromYear && end.map { year < $0 } ?? true
      }.sorted()
      return used.isEmpty ? nil : finding(step, used, dataset)
    }
  }

  private static func code(of step: Crosswalk.Step) -> Crosswalk.Code {
    Crosswalk.Code(step.dimension, step.from)
  }

  /// The year in which another code takes the name of a replaced one, or nil.
  private static func takenAgain(_ step: Crosswalk.Step, _ steps: [Crosswalk.Step]) -> FiscalYear? {
    steps.first { other in
      other.dimension == step.dimension && other.fromYear >= step.fromYear
        && other.successors.contains { $0.code == step.from }
    }?.fromYear
  }

  /// The years in which codes have an amount at some stage.
  private static func yearsInUse(
    _ steps: [Crosswalk.Step], _ accounts: Accounts
  ) -> [Crosswalk.Code: Set<FiscalYear>] {
    var codes: [Dimension: [Int32: Crosswalk.Code]] = [:]
    for step in steps {
      guard let member = accounts[step.dimension].codes.find(step.from) else { continue }
      codes[step.dimension, default: [:]][member] = code(of: step)
    }
    var years: [Crosswalk.Code: Set<FiscalYear>] = [:]
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      for case let code? in codes.map({ $1[key[$0]] }) {
        years[code, default: []].formUnion(
          accounts.years.filter { year in
            Stage.allCases.contains { accounts.amount(cell, $0, year) != nil }
          })
      }
    }
    return years
  }

  private static func finding(
    _ step: Crosswalk.Step, _ used: [FiscalYear], _ dataset: Dataset
  ) -> Finding {
    let isChinese = dataset.language == .chinese
    let new = step.successors.map(\.code).joined(separator: isChinese ? "、" : ", ")
    let years = used.map(\.description).joined(separator: isChinese ? "、" : ", ")
    let message =
      isChinese
      ? "\(step.from) 自 \(step.fromYear) 年起由 \(new) 取代，但 \(years) 年仍有金额，这些金额仍列在原编码下，"
        + "以前年度则已折算；请核对 from_year，或该年的编码"
      : "\(step.from) is replaced by \(new) from \(step.fromYear), and has amounts in \(years): they "
        + "stay under \(step.from), while earlier years are restated; see whether from_year is later, or "
        + "these rows belong under \(new)"
    return Finding(
      rule: rule, severity: .warning, year: used[0],
      unit: step.dimension == .unit ? step.from : nil,
      subject: step.dimension == .subject ? step.from : nil, message: message)
  }
}
