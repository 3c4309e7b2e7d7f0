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
  /// What remains of a project's total, over the years it has left.
  case restOfTotal(years: Int)
  /// What the line's forecast rests on, where that is not its own history.
  case status(Status)
}
