/// The cells of the `accounts` table: columns of integers, a plane per year and stage.
///
/// No row is an object: a cell is a number, its key a column, its amounts three planes a year.
public struct Accounts: Sendable {
  /// Stands in a plane where a source has nothing.
  static let absent = Int64.min

  /// What one year has: an amount per cell and stage, and the line it was read from.
  struct YearPlane: Sendable {
    let year: FiscalYear
    var amounts = Stage.allCases.map { _ in CellColumn(blank: Accounts.absent) }
    /// The line that first gave each cell, whether with an amount or without; 0 for none.
    var lines = CellColumn<Int32>(blank: 0)
    /// For cells whose stages come from several lines: the line of each later stage.
    var laterLines = Stage.allCases.map { _ in CellColumn<Int32>(blank: 0) }

    mutating func trim() {
      for stage in amounts.indices {
        amounts[stage].trim()
        laterLines[stage].trim()
      }
      lines.trim()
    }

    init(_ year: FiscalYear) { self.year = year }

    func line(_ cell: Int, _ stage: Stage) -> Int {
      let later = laterLines[stage.index][cell]
      return Int(later > 0 ? later : lines[cell])
    }
  }

  private var classifications = Dimension.allCases.map { _ in Classification() }
  private(set) var index = CellIndex()
  /// In the order in which years were first met.
  private var planes: [YearPlane] = []
  /// By year, its place among the planes; −1 for none.
  private var planePlaces = [Int16](repeating: -1, count: 10_000)
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
  public var years: [FiscalYear] { planes.map(\.year).sorted() }

  /// The amounts of a stage and year by cell; empty where there are none.
  func column(_ stage: Stage, _ year: FiscalYear) -> CellColumn<Int64> {
    place(of: year).map { planes[$0].amounts[stage.index] } ?? CellColumn(blank: Accounts.absent)
  }

  private func place(of year: FiscalYear) -> Int? {
    let place = planePlaces[year.number]
    return place < 0 ? nil : Int(place)
  }

  private mutating func place(ofNew year: FiscalYear) -> Int {
    if let place = place(of: year) { return place }
    planePlaces[year.number] = Int16(planes.count)
    planes.append(YearPlane(year))
    return planes.count - 1
  }

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
    guard let place = place(of: year) else { return nil }
    let cents = planes[place].amounts[stage.index][cell]
    return cents == Accounts.absent ? nil : Money(cents: cents)
  }

  public func amount(_ key: CellKey, _ stage: Stage, _ year: FiscalYear) -> Money? {
    index.find(key).flatMap { amount($0, stage, year) }
  }

  /// The line of the source that first gave the cell, or nil.
  public func line(_ cell: Int, _ year: FiscalYear) -> Int? {
    guard let place = place(of: year), planes[place].lines[cell] > 0 else { return nil }
    return Int(planes[place].lines[cell])
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
  mutating func add(
    _ key: CellKey, year: FiscalYear, amounts: StageAmounts, line: Int
  ) -> Addition {
    let cell = index.intern(key)
    let place = place(ofNew: year)
    let isNew = planes[place].lines[cell] == 0
    if isNew { planes[place].lines[cell] = Int32(clamping: line) }
    var addsSomething = isNew
    for stage in Stage.allCases where amounts[stage] != Accounts.absent {
      let there = planes[place].amounts[stage.index][cell]
      if there == Accounts.absent {
        planes[place].amounts[stage.index][cell] = amounts[stage]
        addsSomething = true
        if !isNew { planes[place].laterLines[stage.index][cell] = Int32(clamping: line) }
      } else if there != amounts[stage] {
        return .contradicts(line: planes[place].line(cell, stage), stage)
      }
    }
    return addsSomething ? .added : .repeated
  }

  /// Fills a cell that was computed.
  mutating func fill(_ key: CellKey, _ stage: Stage, _ year: FiscalYear, _ amount: Money) {
    let cell = index.intern(key)
    planes[place(ofNew: year)].amounts[stage.index][cell] = amount.cents
  }

  /// Blanks a cell.
  mutating func clear(_ key: CellKey, _ stage: Stage, _ year: FiscalYear) {
    guard let cell = index.find(key), let place = place(of: year) else { return }
    if amount(cell, stage, year) != nil {
      planes[place].amounts[stage.index][cell] = Accounts.absent
    }
  }

  /// Blanks the planes that are not to be kept.
  mutating func keep(_ isKept: (Stage, FiscalYear) -> Bool) {
    for place in planes.indices {
      for stage in Stage.allCases where !isKept(stage, planes[place].year) {
        planes[place].amounts[stage.index] = CellColumn(blank: Accounts.absent)
      }
    }
    derivations = derivations.filter { isKept($0.stage, $0.year) }
    dropEmptyYears()
  }

  /// Drops years in which no cell has an amount, such as headings for a year to come, and room that
  /// no amount has filled.
  mutating func dropEmptyYears() {
    planes.removeAll { $0.amounts.allSatisfy(\.isEmpty) }
    for plane in planes.indices { planes[plane].trim() }
    planePlaces = Array(repeating: -1, count: planePlaces.count)
    for (place, plane) in planes.enumerated() { planePlaces[plane.year.number] = Int16(place) }
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
