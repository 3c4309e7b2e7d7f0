/// How a cell follows from others of its sheet, as a live formula. Columns go by their ids.
enum CellRule: Hashable, Sendable {
  /// It does not: the table's value stands.
  case plain
  /// At a line the planner's to change, or the table's; above lines, the sum of the rows below.
  case sum
  /// A blank counts as nothing.
  case difference(String, String)
  /// Blank where either is.
  case differenceOfBoth(String, String)
  /// Some columns less others; a blank counts as nothing.
  case balance(plus: [String], minus: [String])
  /// The first that is not blank; above lines, the sum of the rows below.
  case first([String])
  /// Blank where either is blank or the whole is zero.
  case percent(String, of: String)
  /// The change over the absolute previous amount, in per cent.
  case growth(String, from: String)
  /// In per cent of the same column in the row of the whole.
  case share(String)
  /// The share now less the share of the previous amount, in percentage points.
  case shareChange(String, previous: String)
  /// The change in per cent of the absolute previous amount of the whole.
  case contribution(change: String, previous: String)
  /// By how much an amount is above its limit, blank where it is not; above lines, the sum of the
  /// rows below.
  case excess(String, over: String)
  /// An amount less the nearest of those before it that is there.
  case step(String, after: [String])

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
  var reads: Set<String> {
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
}
