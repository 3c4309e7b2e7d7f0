/// The cells of the `accounts` table: columns of integers, a plane per year and stage.
///
/// No row is an object: a cell is a number, its key a column, its amounts three planes a year.
public struct Accounts: Sendable {
  /// Stands in a plane where a source has nothing.
  static let absent = Int64.min

  /// What one year has: an amount per cell and stage, and the line it was read from.
  struct YearPlane: Sendable {
    var amounts: [[Int64]] = [[], [], []]
    /// The line that first gave each cell, whether with an amount or without.
    var lines: [Int32] = []
    /// For cells whose stages come from several lines: the line of each later stage.
    var laterLines: [[Int32]] = [[], [], []]

    func line(_ cell: Int, _ stage: Stage) -> Int {
      let later = laterLines[stage.index]
      return cell < later.count && later[cell] > 0 ? Int(later[cell]) : Int(lines[cell])
    }
  }

  private var classifications = Dimension.allCases.map { _ in Classification() }
  private(set) var index = CellIndex()
  private(set) var planes: [FiscalYear: YearPlane] = [:]
  /// Cells that an expression computes.
  public var derivations: [Derivation] = []

  /// A cell that the sources do not print and its expression computes.
  public struct Derivation: Sendable {
    public let key: CellKey
    public let year: FiscalYear
    public let stage: Stage
    public let expression: FigureExpression
    public let line: Int
  }

  public init() {}

  public var cellCount: Int { index.count }
  public var years: [FiscalYear] { planes.keys.sorted() }

  /// The codes, names and tree of a dimension.
  public subscript(_ dimension: Dimension) -> Classification {
    get { classifications[dimension.rawValue] }
    _modify { yield &classifications[dimension.rawValue] }
  }

  /// The members of a dimension that some cell has, in the order of their codes' numbers.
  func members(of dimension: Dimension) -> [Int32] {
    var isUsed = [Bool](repeating: false, count: self[dimension].codes.count)
    for key in index.keys where key[dimension] != CellKey.all { isUsed[Int(key[dimension])] = true }
    return (0..<Int32(isUsed.count)).filter { isUsed[Int($0)] }
  }

  public func key(_ cell: Int) -> CellKey { index.keys[cell] }
  public func cell(_ key: CellKey) -> Int? { index.find(key) }

  public func amount(_ cell: Int, _ stage: Stage, _ year: FiscalYear) -> Money? {
    guard let column = planes[year]?.amounts[stage.index], cell < column.count,
      column[cell] != Accounts.absent
    else { return nil }
    return Money(cents: column[cell])
  }

  public func amount(_ key: CellKey, _ stage: Stage, _ year: FiscalYear) -> Money? {
    index.find(key).flatMap { amount($0, stage, year) }
  }

  /// The line of the source that first gave the cell, or nil.
  public func line(_ cell: Int, _ year: FiscalYear) -> Int? {
    guard let lines = planes[year]?.lines, cell < lines.count, lines[cell] > 0 else { return nil }
    return Int(lines[cell])
  }

  /// What came of adding a row.
  enum Addition {
    case added
    /// The row repeats what an earlier line says.
    case repeated
    /// An earlier line has another amount at the stage.
    case contradicts(line: Int, Stage)
  }

  /// Adds a row's amounts, which may fill stages that an earlier row of its key left blank.
  mutating func add(_ key: CellKey, year: FiscalYear, amounts: [Int64], line: Int) -> Addition {
    let cell = index.intern(key)
    var plane = planes.removeValue(forKey: year) ?? YearPlane()
    defer { planes[year] = plane }
    plane.lines.extend(to: cell, with: 0)
    let isNew = plane.lines[cell] == 0
    if isNew { plane.lines[cell] = Int32(clamping: line) }
    var addsSomething = isNew
    for stage in Stage.allCases where amounts[stage.index] != Accounts.absent {
      plane.amounts[stage.index].extend(to: cell, with: Accounts.absent)
      let there = plane.amounts[stage.index][cell]
      if there == Accounts.absent {
        plane.amounts[stage.index][cell] = amounts[stage.index]
        addsSomething = true
        if !isNew {
          plane.laterLines[stage.index].extend(to: cell, with: 0)
          plane.laterLines[stage.index][cell] = Int32(clamping: line)
        }
      } else if there != amounts[stage.index] {
        return .contradicts(line: plane.line(cell, stage), stage)
      }
    }
    return addsSomething ? .added : .repeated
  }

  /// Fills a cell that was computed.
  mutating func fill(_ key: CellKey, _ stage: Stage, _ year: FiscalYear, _ amount: Money) {
    let cell = index.intern(key)
    var plane = planes.removeValue(forKey: year) ?? YearPlane()
    plane.amounts[stage.index].extend(to: cell, with: Accounts.absent)
    plane.amounts[stage.index][cell] = amount.cents
    planes[year] = plane
  }

  /// Blanks a cell.
  mutating func clear(_ key: CellKey, _ stage: Stage, _ year: FiscalYear) {
    guard let cell = index.find(key), amount(cell, stage, year) != nil else { return }
    planes[year]!.amounts[stage.index][cell] = Accounts.absent
  }

  /// Blanks the planes that are not to be kept.
  mutating func keep(_ isKept: (Stage, FiscalYear) -> Bool) {
    for year in years {
      for stage in Stage.allCases where !isKept(stage, year) {
        planes[year]!.amounts[stage.index] = []
      }
    }
    derivations = derivations.filter { isKept($0.stage, $0.year) }
    dropEmptyYears()
  }

  /// Drops years in which no cell has an amount, such as headings for a year to come.
  mutating func dropEmptyYears() {
    planes = planes.filter { _, plane in
      plane.amounts.contains { $0.contains { $0 != Accounts.absent } }
    }
  }
}

extension Array {
  /// Lengthens the array with a filler so that `index` is inside it.
  mutating func extend(to index: Int, with filler: Element) {
    if index < count { return }
    reserveCapacity(index < capacity ? index + 1 : Swift.max(index + 1, capacity * 2))
    append(contentsOf: repeatElement(filler, count: index + 1 - count))
  }
}
