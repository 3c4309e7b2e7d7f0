/// A published total and the parts that should add up to it.
struct Identity: Sendable {
  /// One cell of the accounts in one stage and year.
  struct Cell: Hashable, Sendable {
    let key: CellKey
    let stage: Stage
    let year: FiscalYear
  }

  let total: Cell
  /// The cells that are added, down to the printed ones.
  let parts: [Cell]
  /// The amount of each part.
  let amounts: [Money]
  let dimension: Dimension
  let amount: Money
  let sum: Money
  /// Twice the largest difference that the roundings of all cells can make.
  let twiceBound: Money
  /// One in the last printed digit; nil in a ledger.
  let lastDigit: Money?
  /// Looked into only where rounding does not explain the difference.
  let completeness: Completeness

  /// Whether the parts are all there.
  enum Completeness: Hashable, Sendable {
    case complete
    /// Parts are blank where their line has other stages: nothing appropriated.
    case blankParts
    /// Subjects that the unit never uses are not counted.
    case unusedParts
    /// Parts that the sources do not break the total down to.
    case unpublishedParts
    /// Such parts, that were negative in another stage or year.
    case refundedParts
  }

  /// Whether the difference is one that rounding can make.
  var holds: Bool { difference.magnitude + difference.magnitude <= twiceBound }

  /// What the total has more than its parts.
  var difference: Money { amount - sum }

  /// Nil where there is nothing to say.
  var severity: Finding.Severity? {
    if difference == .zero { return nil }
    if !holds { return severityOfGap }
    return isUnlikely ? .warning : .note
  }

  private var severityOfGap: Finding.Severity? {
    switch completeness {
    case .complete, .blankParts: return .error
    case .unusedParts: return isExcess ? .error : .warning
    case .unpublishedParts: return isExcess ? .error : nil  // the rest is a line of the panel
    case .refundedParts: return nil
    }
  }

  /// Whether parts that are not all there are more than their total. Of a breakdown any class that is
  /// missing may be one of refunds, if there are some.
  private var isExcess: Bool {
    guard sum > amount, amount >= .zero else { return false }
    return dimension <= .subject || amounts.allSatisfy { $0 >= .zero }
  }

  /// Whether so many roundings hardly ever make such a difference: it is beyond 4 √(n/12) last
  /// digits, four standard deviations.
  private var isUnlikely: Bool {
    let terms = parts.count + 1
    guard terms >= Identity.longSum, let lastDigit else { return false }
    let left = Int128(difference.cents) * Int128(difference.cents) * 12
    return left > Int128(16 * terms) * Int128(lastDigit.cents) * Int128(lastDigit.cents)
  }

  /// Shorter sums can reach the worst case by chance.
  static let longSum = 12
}
