/// A rate or a standard that costs follow: a fact with dates, never a constant of the program.
public struct Rate: Hashable, Sendable {
  public enum Basis: Hashable, Sendable {
    /// For each head and year, in the dataset's amount unit.
    case perHeadYear
    case perHeadMonth
    /// For each head that a movement of the reason moves; `december` for each head in post then.
    case perEvent(String)
    /// Per cent of the sum of subjects or economic classes.
    case percentOf([String])
  }

  public enum BaseYear: String, Hashable, Sendable { case same, previous }

  public internal(set) var subject: String
  /// Nil for any.
  public internal(set) var unit: String?
  /// A category or a group; nil for any.
  public let category: String?
  public let kind: SpendingKind?
  /// The first moment at which it is in force.
  public internal(set) var from: Moment
  /// The first moment at which it is not; nil where it has no end.
  public let to: Moment?
  /// From when it is paid, if later: what falls due before is arrears, paid in that year.
  public let paidFrom: Moment?
  public internal(set) var basis: Basis
  public let baseYear: BaseYear
  /// The least and the most that counts as base, for each person-year, in the amount unit.
  public let floor: PrintedNumber?
  public let cap: PrintedNumber?
  public let value: PrintedNumber
  public let place: String
}

extension Rate.Basis {
  /// Reads `per_head_year`, `per_head_month`, `per_event:<reason>` or `percent_of:<codes>`.
  ///
  /// - Returns: Nil where it is none of them.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    switch (parts.first, parts.count) {
    case ("per_head_year", 1): self = .perHeadYear
    case ("per_head_month", 1): self = .perHeadMonth
    case ("per_event", 2) where Rate.Basis.events.contains(parts[1]): self = .perEvent(parts[1])
    case ("percent_of", 2):
      let codes = parts[1].split(separator: "+", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      guard codes.allSatisfy({ !$0.isEmpty }) else { return nil }
      self = .percentOf(codes)
    default: return nil
    }
  }

  /// What may happen to a head: the reasons of movements, and to be in post in December.
  static let events: [String] = MovementReason.all + ["december"]
}

/// The words for why heads move.
enum MovementReason {
  static let all = [
    "recruit", "transfer_in", "transfer_out", "placed", "retire", "resign", "death", "regrade",
    "second_in", "second_out",
  ]
}

extension Rate {
  /// A base between the floor and the cap of each person-year, in hundredths of the currency unit.
  public func bounded(_ base: Double, _ personYears: Double, cents: Double) -> Double {
    var bounded = base
    if let floor { bounded = max(bounded, floor.doubleValue * cents * personYears) }
    if let cap { bounded = min(bounded, cap.doubleValue * cents * personYears) }
    return bounded
  }
}
