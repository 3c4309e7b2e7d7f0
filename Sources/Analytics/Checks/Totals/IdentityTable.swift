/// Every published total of the accounts with the parts that are published with it, in columns.
///
/// Sorted by the cell of the total, the dimension, the year and the stage. An `Identity` is made
/// of a row when it is asked for.
struct IdentityTable: RandomAccessCollection, Sendable {
  /// A total and where its parts end among those of all.
  private struct Row {
    let total: Int32
    let plane: Int32
    let dimension: Dimension
    let endOfParts: Int
    let sum: Int64
    let twiceBound: Int64
  }

  private let accounts: Accounts
  private let lastDigit: Money?
  let planes: AccountPlanes
  private var rows: [Row] = []
  private var parts: [Int32] = []
  /// Of those that rounding does not explain: whether the parts are all there.
  private var completeness: [Int: Identity.Completeness] = [:]

  /// A table without rows.
  init(_ dataset: Dataset) {
    accounts = dataset.accounts
    lastDigit = dataset.lastDigit
    planes = AccountPlanes(dataset.accounts)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { rows.count }

  /// The rows whose parts do not add up to the digit.
  var inexact: [Int] { indices.filter { gap($0) != 0 } }

  /// The rows whose gap is more than rounding can make.
  var broken: [Int] {
    indices.filter { gap($0).magnitude * 2 > rows[$0].twiceBound.magnitude }
  }

  subscript(row: Int) -> Identity {
    let it = rows[row]
    let cells = parts[partRange(row)]
    let column = planes.columns[Int(it.plane)]
    return Identity(
      total: cell(it.total, it.plane), parts: cells.map { cell($0, it.plane) },
      amounts: cells.map { Money(cents: column[Int($0)]) }, dimension: it.dimension,
      amount: Money(cents: column[Int(it.total)]), sum: Money(cents: it.sum),
      twiceBound: Money(cents: it.twiceBound), lastDigit: lastDigit,
      completeness: completeness[row] ?? .complete)
  }

  /// The cells of a row: its total's, then those of the parts.
  func hasCell(_ row: Int, where isWanted: (Int) -> Bool) -> Bool {
    isWanted(Int(rows[row].total)) || parts[partRange(row)].contains { isWanted(Int($0)) }
  }

  private func partRange(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : rows[row - 1].endOfParts)..<rows[row].endOfParts
  }

  private func cell(_ cell: Int32, _ plane: Int32) -> Identity.Cell {
    Identity.Cell(
      key: accounts.key(Int(cell)), stage: planes.stage(Int(plane)), year: planes.year(Int(plane)))
  }

  private func gap(_ row: Int) -> Int64 {
    planes.columns[Int(rows[row].plane)][Int(rows[row].total)] - rows[row].sum
  }

  // MARK: Filling

  /// Adds what a total should be in a plane, if it and any of its parts have an amount there.
  ///
  /// - Parameter twiceBound: Twice what roundings can make, from the parts' cells.
  mutating func add(
    _ total: Int, plane: Int, _ forest: PartForest, twiceBound: (ArraySlice<Int32>) -> Money
  ) {
    let column = planes.columns[plane]
    guard column[total] != Accounts.absent else { return }
    let before = parts.count
    let sum = forest.collect(total, in: column, into: &parts)
    guard parts.count > before else { return }
    rows.append(
      Row(
        total: Int32(total), plane: Int32(plane), dimension: forest.dimension,
        endOfParts: parts.count, sum: sum, twiceBound: twiceBound(parts[before...]).cents))
  }

  mutating func note(_ state: Identity.Completeness, of row: Int) { completeness[row] = state }
}

/// The stages and years of the accounts that have amounts, and the amounts of each by cell.
struct AccountPlanes: Sendable {
  private let keys: [(year: FiscalYear, stage: Stage)]
  /// By plane.
  let columns: [CellColumn<Int64>]

  /// Years one after the other, each with its stages.
  init(_ accounts: Accounts) {
    let all = accounts.years.flatMap { year in Stage.allCases.map { (year, $0) } }
    keys = all.filter { year, stage in !accounts.column(stage, year).isEmpty }
    columns = keys.map { year, stage in accounts.column(stage, year) }
  }

  func year(_ plane: Int) -> FiscalYear { keys[plane].year }
  func stage(_ plane: Int) -> Stage { keys[plane].stage }
}
