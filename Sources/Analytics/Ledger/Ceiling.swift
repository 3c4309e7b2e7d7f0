/// A control figure (控制数) from above: what an amount must be, may be at most, or must be at least.
public struct Ceiling: Hashable, Sendable {
  public enum Rule: String, Sendable {
    case fixed
    case atMost = "at_most"
    case atLeast = "at_least"
  }

  /// How much.
  public enum Limit: Hashable, Sendable {
    case amount(Money)
    /// So many times the same stage of the year before.
    case ofLast(PrintedNumber)
  }

  public let year: FiscalYear
  public let stage: Stage
  /// Codes; nil for all.
  public let unit: String?
  public let subject: String?
  public let kind: SpendingKind?
  /// Of subjects: `three_public` means `three_public.vehicles` too.
  public let role: String?
  public let fund: String?
  public let rule: Rule
  public let limit: Limit
  public let reason: String?
  public let source: String?
  public let place: String

  public init(
    year: FiscalYear, stage: Stage = .budget, unit: String? = nil, subject: String? = nil,
    kind: SpendingKind? = nil, role: String? = nil, fund: String? = nil, rule: Rule,
    limit: Limit, reason: String? = nil, source: String? = nil, place: String = ""
  ) {
    self.year = year
    self.stage = stage
    self.unit = unit
    self.subject = subject
    self.kind = kind
    self.role = role
    self.fund = fund
    self.rule = rule
    self.limit = limit
    self.reason = reason
    self.source = source
    self.place = place
  }
}
