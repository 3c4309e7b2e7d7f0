/// How a cell follows from others of its sheet, as a live formula.
///
/// Columns go by their ids or, where many rows follow one rule, by their places.
enum CellRule<ColumnID: Hashable & Sendable>: Hashable, Sendable {
  /// It does not: the table's value stands.
  case plain
  /// At a line the planner's to change, or the table's; above lines, the sum of the rows below.
  case sum
  /// A blank counts as nothing.
  case difference(ColumnID, ColumnID)
  /// Blank where either is.
  case differenceOfBoth(ColumnID, ColumnID)
  /// Some columns less others; a blank counts as nothing.
  case balance(plus: [ColumnID], minus: [ColumnID])
  /// The first that is not blank; above lines, the sum of the rows below.
  case first([ColumnID])
  /// Blank where either is blank or the whole is zero.
  case percent(ColumnID, of: ColumnID)
  /// The change over the absolute previous amount, in per cent.
  case growth(ColumnID, from: ColumnID)
  /// In per cent of the same column in the row of the whole.
  case share(ColumnID)
  /// The share now less the share of the previous amount, in percentage points.
  case shareChange(ColumnID, previous: ColumnID)
  /// The change in per cent of the absolute previous amount of the whole.
  case contribution(change: ColumnID, previous: ColumnID)
  /// By how much an amount is above its limit, blank where it is not; above lines, the sum of the
  /// rows below.
  case excess(ColumnID, over: ColumnID)
  /// An amount less the nearest of those before it that is there.
  case step(ColumnID, after: [ColumnID])

  /// Whether rows below add up to the rows above them.
  var addsUp: Bool {
    switch self {
    case .sum, .excess, .first: true
    default: false
    }
  }

  /// Whether it reads other columns, which must be there first.
  var isDerived: Bool {
    switch self {
    case .plain, .sum: false
    default: true
    }
  }

  /// The columns of its own row that it reads.
  var reads: Set<ColumnID> {
    switch self {
    case .plain, .sum: []
    case .difference(let a, let b), .differenceOfBoth(let a, let b), .percent(let a, let b),
      .growth(let a, let b),
      .shareChange(let a, let b), .contribution(let a, let b), .excess(let a, let b):
      [a, b]
    case .share(let a): [a]
    case .balance(let plus, let minus): Set(plus + minus)
    case .first(let columns): Set(columns)
    case .step(let a, let earlier): Set(earlier + [a])
    }
  }

  /// The same rule with other names for its columns.
  func naming<Other>(_ name: (ColumnID) -> Other) -> CellRule<Other> {
    switch self {
    case .plain: .plain
    case .sum: .sum
    case .difference(let a, let b): .difference(name(a), name(b))
    case .differenceOfBoth(let a, let b): .differenceOfBoth(name(a), name(b))
    case .balance(let plus, let minus): .balance(plus: plus.map(name), minus: minus.map(name))
    case .first(let columns): .first(columns.map(name))
    case .percent(let part, let whole): .percent(name(part), of: name(whole))
    case .growth(let amount, let previous): .growth(name(amount), from: name(previous))
    case .share(let amount): .share(name(amount))
    case .shareChange(let amount, let previous):
      .shareChange(name(amount), previous: name(previous))
    case .contribution(let change, let previous):
      .contribution(change: name(change), previous: name(previous))
    case .excess(let amount, let limit): .excess(name(amount), over: name(limit))
    case .step(let amount, let earlier): .step(name(amount), after: earlier.map(name))
    }
  }
}
