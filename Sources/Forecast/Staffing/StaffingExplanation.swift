import Analytics

/// The way from last year's outturn to a forecast, in steps that add up to it exactly.
public struct StaffingExplanation: Sendable {
  public enum Step: String, CaseIterable, Sendable {
    case lastYear = "last_year"
    case oneOff = "one_off"
    case timing
    case fullYear = "full_year"
    case headcount
    case rate
    case progression
    /// What irregular events are expected to come to; no part of a draft budget.
    case expected
    /// What is left: history, similar lines, and amounts that rates do not give.
    case underlying
  }

  public let line: Int
  public let year: FiscalYear
  /// In the last printed digit; steps that bring nothing are left out but for the first and last.
  public let steps: [(step: Step, amount: Money)]

  init(_ entry: StaffingProjection.Entry, lastDigit: Money) {
    line = entry.plan.line
    year = entry.plan.year
    let plan = entry.plan
    func amount(_ step: Forecast.Step) -> Double {
      guard !plan.untold.contains(step) else { return 0 }
      return plan.amount(step) + entry.response.factor(step) * plan.response(step)
    }
    let own: [(Step, Double)] = [
      (.lastYear, plan.last), (.oneOff, amount(.oneOff)), (.timing, amount(.timing)),
      (.fullYear, amount(.fullYear)), (.headcount, amount(.headcount)), (.rate, amount(.rate)),
      (.progression, amount(.progression)), (.expected, plan.expected),
    ]
    var rounded = own.map { ($0.0, Self.rounded($0.1, lastDigit)) }
    let rest = rounded.reduce(entry.prediction.mean) { $0 - $1.1 }
    rounded = rounded.filter { $0.0 == .lastYear || $0.1 != .zero }
    steps = rounded.map { (step: $0.0, amount: $0.1) } + [(step: .underlying, amount: rest)]
  }

  private static func rounded(_ amount: Double, _ lastDigit: Money) -> Money {
    let digits = Money(rounding: amount / Double(lastDigit.cents))
    return Money(cents: digits.cents * lastDigit.cents)
  }
}

extension StaffingProjection {
  public var explanations: [StaffingExplanation] {
    entries.map { StaffingExplanation($0, lastDigit: lastDigit) }
  }
}
