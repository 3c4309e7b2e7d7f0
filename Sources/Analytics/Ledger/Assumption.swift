/// Price or pay growth that is known of a year beforehand.
public struct Assumption: Hashable, Sendable {
  public let year: FiscalYear
  /// Nil for all.
  public let subject: String?
  /// Nil for all.
  public let kind: SpendingKind?
  /// On the year before, in per cent.
  public let growth: PrintedNumber
  public let reason: String?

  public init(
    year: FiscalYear, subject: String? = nil, kind: SpendingKind? = nil, growth: PrintedNumber,
    reason: String? = nil
  ) {
    self.year = year
    self.subject = subject
    self.kind = kind
    self.growth = growth
    self.reason = reason
  }
}
