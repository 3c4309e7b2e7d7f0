import Analytics

/// The control figures of one year and stage, by the unit, subject and kind that they are for.
public struct ControlFigures: Sendable {
  public struct Control: Hashable, Sendable {
    public let amount: Money
    public let reason: String?

    public init(amount: Money, reason: String?) {
      self.amount = amount
      self.reason = reason
    }
  }

  public struct Key: Hashable, Sendable {
    /// Codes; nil for all.
    public let unit: String?
    public let subject: String?
    public let kind: SpendingKind?

    public init(unit: String?, subject: String?, kind: SpendingKind?) {
      self.unit = unit
      self.subject = subject
      self.kind = kind
    }
  }

  public static let none = ControlFigures([:])

  private let byKey: [Key: Control]

  public init(_ byKey: [Key: Control]) { self.byKey = byKey }

  func of(_ row: DraftRow.Key) -> Control? {
    guard row.project == nil else { return nil }
    return byKey[Key(unit: row.unit, subject: row.subject, kind: row.kind)]
  }
}
