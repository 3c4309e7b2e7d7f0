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
  }

  func amountOfPart(_ cell: Cell) -> Money? {
    parts.firstIndex(of: cell).map { amounts[$0] }
  }

  /// Whether the difference is one that rounding can make.
  var holds: Bool { difference.magnitude + difference.magnitude <= twiceBound }

  /// What the total has more than its parts.
  var difference: Money { amount - sum }
}
