import Analytics

/// The way from last year's outturn to a forecast, in steps that add up to it exactly.
public struct StaffingExplanation: Sendable {
  public let line: Int
  public let year: FiscalYear
  /// On the last printed digit; steps that bring nothing are left out but for the first and last.
  public let steps: [(step: StaffingStep, amount: Money)]

  init(_ entry: StaffingProjection.Entry, lastDigit: Money) {
    let plan = entry.plan
    line = plan.line
    year = plan.year
    let told = plan.told(entry.prediction.basis, entry.response)
    let later =
      told.map { (step: StaffingStep.ofForecast($0.step), amount: $0.amount) }
      + [(step: .expected, amount: plan.expected)]
    let rounded = later.map { (step: $0.step, amount: $0.amount.rounded(to: lastDigit)) }
    let last = plan.last.rounded(to: lastDigit)
    let rest = rounded.reduce(entry.prediction.mean - last) { $0 - $1.amount }
    steps =
      [(step: .ofForecast(.lastYear), amount: last)] + rounded.filter { $0.amount != .zero }
      + [(step: .underlying, amount: rest)]
  }
}

extension StaffingProjection {
  public var explanations: [StaffingExplanation] {
    entries.map { StaffingExplanation($0, lastDigit: lastDigit) }
  }
}
