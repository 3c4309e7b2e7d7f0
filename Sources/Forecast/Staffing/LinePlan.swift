import Analytics

/// What is known beforehand of a line's way from its last year to a later one: people, rates, and
/// what does not recur.
public struct LinePlan: Sendable {
  /// A step with where it comes from, in hundredths of the currency unit.
  public struct Item: Sendable {
    public let step: Step
    public let kind: SpendingKind?
    /// The place of a category in the roster, or nil where it is of none.
    public let category: Int?
    /// Person-years or events; nil where the amount stands alone.
    public let quantity: Double?
    public let price: Double?
    public let amount: Double
    /// Whether how far cost follows heads is learned and not known.
    public let isResponse: Bool
    public let source: Source
  }

  /// What an item's amount comes from.
  public enum Source: String, Sendable {
    /// The rate holds: heads times rate.
    case rate
    /// The rate does not give the last year's amount: it is used as a ratio.
    case ratio
    case standard
    /// What a reason implies for a person-year.
    case evidence
    /// The cost of the category.
    case regression
    case adjustment
    case event
  }

  public let line: Int
  public let stage: Stage
  public let origin: FiscalYear
  public let year: FiscalYear
  /// The amount at the origin.
  public let last: Double
  /// The amount itself where rates cover the line.
  public internal(set) var covered: Double?
  public internal(set) var items: [Item] = []
  /// Steps that would tell what few heads cost; they are part of what is left over.
  public internal(set) var untold: Set<Step> = []
  /// What irregular events are expected to come to in a year; no part of a draft.
  public internal(set) var expected = 0.0
  /// Whether past plans of lines with people tell how far it is out: they knew as much of their
  /// year's heads.
  public internal(set) var isMeasured = false
  /// The variance of what irregular events come to.
  public internal(set) var expectedVariance = 0.0
  /// The lengths of the intervals in which amounts are known to lie.
  public internal(set) var intervals: [Double] = []
  /// The relative standard error of a line that rates cover; nil where that is not measured.
  public internal(set) var relativeWidth: Double?

  init(_ line: Int, _ stage: Stage, from origin: FiscalYear, to year: FiscalYear, last: Double) {
    precondition(origin < year, "a plan from \(origin) to \(year)")
    self.line = line
    self.stage = stage
    self.origin = origin
    self.year = year
    self.last = last
  }

  /// The sum of a step's items, responses left out.
  public func amount(_ step: Step) -> Double {
    items.reduce(0) { $0 + ($1.step == step && !$1.isResponse ? $1.amount : 0) }
  }

  /// What heads would move if cost followed them wholly.
  public func response(_ step: Step) -> Double {
    items.reduce(0) { $0 + ($1.step == step && $1.isResponse ? $1.amount : 0) }
  }

  /// What all items change where cost follows heads wholly.
  var change: Double {
    items.reduce(0) { $0 + ($1.step == .progression && $1.isResponse ? 0 : $1.amount) }
  }

  /// Whether nothing is known.
  var isEmpty: Bool {
    covered == nil && items.isEmpty && expected == 0
  }
}

extension LinePlan {
  /// Whether nothing of it moves a forecast by as much as half a hundredth.
  func isIdle(_ response: HeadcountResponse) -> Bool {
    let moved = items.reduce(0) { sum, item in
      let part = !item.isResponse ? 1 : item.step == .progression ? 0 : response.factor(item.step)
      return sum + part * item.amount
    }
    return covered == nil && expected == 0 && intervals.isEmpty && abs(moved) < 0.5
  }

  /// A forecast from history with what is known put in.
  ///
  /// What does not recur leaves in proportion: a forecast that is half last year's amount holds half
  /// of last year's one-offs.
  ///
  /// - Parameters:
  ///   - reference: The forecast of history or of the adopted budget.
  ///   - basis: A budget knows people, rates and what recurs already, and no irregular event.
  func applied(
    to reference: Double, _ basis: Basis, _ response: HeadcountResponse
  ) -> Double {
    let people =
      response.fullYear * self.response(.fullYear) + response.headcount * self.response(.headcount)
    guard basis == .history else { return reference + people + expected }
    let base = keptPart.map { reference * $0 } ?? reference + amount(.oneOff)
    let fixed = [Step.timing, .fullYear, .headcount, .rate, .progression].reduce(0) {
      $0 + amount($1)
    }
    return base + fixed + people + expected
  }

  /// The forecast of a line: from rates where they cover it, from its history otherwise.
  ///
  /// - Parameters:
  ///   - reference: The forecast of history or of the adopted budget.
  ///   - way: How that comes about.
  func forecast(
    from reference: Double, _ way: Way, _ basis: Basis, _ response: HeadcountResponse,
    canBeNegative: Bool
  ) -> KnownForecast {
    if let covered { return forecast(covered: covered) }
    let amount = applied(to: reference, basis, response)
    let mean = canBeNegative ? amount : max(0, amount)
    var learned = way.ending(at: reference)
    if basis == .history { learned.similarLines *= keptPart ?? 1 }
    return KnownForecast(
      line: line, stage: stage, year: year, mean: mean, status: .staffing,
      steps: steps(mean, basis, learned, response))
  }

  private func forecast(covered: Double) -> KnownForecast {
    let mean = covered + expected
    return KnownForecast(
      line: line, stage: stage, year: year, mean: mean, limits: coveredLimits(mean),
      status: .staffing, steps: steps(mean, .history, Way(), .whole))
  }

  /// The part of last year's amount that recurs; nil where it is no part.
  private var keptPart: Double? {
    guard last != 0 else { return nil }
    let part = (last + amount(.oneOff)) / last
    return (0...1).contains(part) ? part : nil
  }

  /// Nil where the widths are those of history.
  private func coveredLimits(_ mean: Double) -> Limits? {
    guard let relativeWidth, let covered else { return nil }
    let (at80, at95) = (1.2816 * relativeWidth * covered, 1.96 * relativeWidth * covered)
    let limits = Limits(
      low95: mean - at95, low80: mean - at80, high80: mean + at80, high95: mean + at95)
    return widened(limits, around: mean)
  }

  /// The way from the last year to a mean.
  private func steps(
    _ mean: Double, _ basis: Basis, _ learned: Way, _ response: HeadcountResponse
  ) -> [StepAmount] {
    let steps =
      [StepAmount(.lastYear, last)] + told(basis, response) + [
        StepAmount(.known, learned.known + expected),
        StepAmount(.similarLines, learned.similarLines),
      ]
    let rest = mean - steps.reduce(0) { $0 + $1.amount }
    return (steps + [StepAmount(.ownTrend, rest)]).filter { $0.amount != 0 }
  }

  /// The limits of a line that is forecast from its history with what is known put in.
  ///
  /// - Parameter history: Those of the error of history alone, around 0.
  func limits(_ history: Limits, _ response: HeadcountResponse) -> Limits {
    widened(isMeasured ? history.scaled(by: response.width) : history, around: 0)
  }

  /// The limits with what is not known of the plan's own amounts; errors add up as independent
  /// ones do. An interval's 80 % are the middle four fifths of it, its 95 % the middle 19 of 20.
  func widened(_ limits: Limits, around mean: Double) -> Limits {
    guard !intervals.isEmpty || expectedVariance > 0 else { return limits }
    let squares = intervals.reduce(0) { $0 + $1 * $1 }
    let at80 = squares * 0.16 + 1.2816 * 1.2816 * expectedVariance
    let at95 = squares * 0.225625 + 1.96 * 1.96 * expectedVariance
    func wider(_ limit: Double, _ own: Double) -> Double {
      ((limit - mean) * (limit - mean) + own).squareRoot()
    }
    return Limits(
      low95: mean - wider(limits.low95, at95), low80: mean - wider(limits.low80, at80),
      high80: mean + wider(limits.high80, at80), high95: mean + wider(limits.high95, at95))
  }
}
