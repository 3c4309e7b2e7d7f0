/// The three stages of one year, in hundredths of the currency unit; nil is blank.
struct StageAmounts: Hashable, Sendable {
  var budget: Int64?
  var revised: Int64?
  var outturn: Int64?

  var isBlank: Bool { budget == nil && revised == nil && outturn == nil }

  static func += (total: inout StageAmounts, part: StageAmounts) {
    total.budget = sum(total.budget, part.budget)
    total.revised = sum(total.revised, part.revised)
    total.outturn = sum(total.outturn, part.outturn)
  }

  private static func sum(_ a: Int64?, _ b: Int64?) -> Int64? {
    a == nil && b == nil ? nil : (a ?? 0) + (b ?? 0)
  }

  func map(_ change: (Int64) -> Int64) -> StageAmounts {
    StageAmounts(
      budget: budget.map(change), revised: revised.map(change), outturn: outturn.map(change))
  }

  /// What is left when a part is taken away.
  static func - (whole: StageAmounts, part: StageAmounts) -> StageAmounts {
    StageAmounts(
      budget: whole.budget.map { $0 - (part.budget ?? 0) },
      revised: whole.revised.map { $0 - (part.revised ?? 0) },
      outturn: whole.outturn.map { $0 - (part.outturn ?? 0) })
  }
}

/// Thousandths of an amount, rounded half away from zero.
func thousandths(_ share: Int, of amount: Int64) -> Int64 {
  let product = amount * Int64(share)
  return (product + (product < 0 ? -500 : 500)) / 1_000
}
