import Analytics

/// One row of next year's draft: a line, or one kind or project of a line.
///
/// Three figures stand side by side and are never mixed: the costing, the reference and the
/// control. Amounts are nil where nothing is known.
public struct DraftRow: Hashable, Sendable {
  /// What row it is; codes and names as the accounts have them.
  public struct Key: Hashable, Sendable {
    public let unit: String
    public let unitName: String
    public let subject: String
    public let subjectName: String
    /// Nil for all kinds.
    public var kind: SpendingKind?
    /// Nil for all projects.
    public var project: String?
    public var projectName = ""
  }

  /// What the change on last year is due to, as far as it is known.
  public struct Parts: Hashable, Sendable {
    /// One-offs, and items of another year, that leave the base.
    public var lessOneOff: Money?
    public var fullYear: Money?
    public var headcount: Money?
    /// Rates, standards and progression.
    public var standard: Money?
    /// Price and pay growth, and what else is decided.
    public var policy: Money?
    /// Projects that end or begin.
    public var projectChange: Money?
    /// What else leads from the start to the costing.
    public var other: Money?

    /// What is told by name.
    fileprivate var named: Money {
      [lessOneOff, fullYear, headcount, standard, policy, projectChange].compactMap(\.self)
        .reduce(.zero, +)
    }
  }

  /// From which figure the parts lead to the costing.
  public enum Start: String, Hashable, Sendable {
    case estimate, budget
    case previousOutturn = "previous_outturn"
    /// The newest figure of a line that has none of those.
    case lastValue = "last_value"
  }

  /// What the figure to start from rests on.
  public enum Basis: String, Hashable, Sendable {
    case costing, reference
    /// The reference of the whole line, by the share in its newest amount.
    case share
  }

  public let key: Key
  public var previousOutturn: Money?
  public var budget: Money?
  public var revised: Money?
  /// This year's outturn, or its forecast.
  public var estimate: Money?
  /// From what the parts lead to the costing; nil without a costing.
  public private(set) var start: Money?
  public private(set) var startsFrom: Start?
  public var parts = Parts()
  /// From people, rates and standards, and from the list of projects.
  public var costing: Money?
  /// The statistical expectation, and its limits in hundredths of the currency unit.
  public var reference: Money?
  public var limits: Limits?
  public var control: Money?
  public var basis: Basis?
  public var notes: [DraftNote] = []

  init(_ key: Key) { self.key = key }

  /// Makes the parts lead from an amount to the costing.
  ///
  /// - Parameter start: Nil for what begins.
  mutating func lead(from start: Money?) {
    guard let costing else { return }
    self.start = start
    startsFrom = start.map { start in
      switch start {
      case estimate: .estimate
      case budget: .budget
      case previousOutturn: .previousOutturn
      default: .lastValue
      }
    }
    let rest = costing - (start ?? .zero) - parts.named
    parts.other = rest == .zero ? nil : rest
  }

  /// The costing where there is one, else the reference.
  public var figure: Money? { costing ?? reference }

  public var changeOnBudget: Money? {
    figure.flatMap { figure in budget.map { figure - $0 } }
  }

  /// Of the adopted budget.
  public var changePercent: PrintedNumber? {
    figure.flatMap { figure in budget.flatMap { Percentage.growth(from: $0, to: figure) } }
  }

  /// By how much the figure is above the control; nil where it is not.
  public var overControl: Money? {
    guard let figure, let control, figure > control else { return nil }
    return figure - control
  }

  /// Whether nothing was, is or will be there.
  var isEmpty: Bool {
    let amounts = [previousOutturn, budget, revised, estimate, costing, reference, control]
    return !amounts.contains { $0 != nil && $0 != .zero }
  }
}

/// Why a figure of the draft is what it is.
public enum DraftNote: Hashable, Sendable {
  /// In the words of the dataset.
  case reason(String)
  /// What holds the line's forecast, on more than the line or from below.
  case ceiling(Ceiling)
  case projectEnds(String, FiscalYear)
  case projectBegins(String)
  /// No budget has been adopted for the line; what this year's outturn comes to without one-offs
  /// and items of other years, and whether that is the middle of what is known.
  case noBudget(recurring: PrintedNumber, isMiddle: Bool)
  /// What remains of a project's total, over the years it has left.
  case restOfTotal(years: Int)
  /// What the line's forecast rests on, where that is not its own history.
  case status(Status)
}
