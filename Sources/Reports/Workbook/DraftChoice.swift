import Analytics

/// The rows of a draft that a sheet has room for, chosen while they are read, so that no others are
/// kept; those are added up by unit.
///
/// The largest lines come first, and where all of them have room the largest details of lines.
struct DraftChoice {
  struct Candidate {
    /// In the table's order.
    let number: Int
    let row: Row
    /// The amount in use.
    let figure: Cell
    /// Whether it is a kind or project of a line that has a row of its own.
    let isDetail: Bool

    /// The figure without its sign, 0 where there is none.
    var size: Double {
      if case .number(let number) = figure { number.magnitude.doubleValue } else { 0 }
    }
  }

  /// In the table's order.
  var chosen: [Candidate] { (lines + details).sorted { $0.number < $1.number } }
  /// What has no room, by the unit's code.
  private(set) var rests: [String: DraftRest] = [:]
  /// What has no room of units that have none themselves, where they are many.
  private(set) var restOfUnits: DraftRest?
  private var lines: [Candidate] = []
  private var details: [Candidate] = []
  private let limit: Int
  private let key: [Int?]
  private let sources: [Int]
  private let amounts: [Int]

  /// - Parameters:
  ///   - table: A line's own row stands before its kinds and projects.
  ///   - figures: The columns of which the first that is not blank is in use.
  ///   - limit: How many rows there is room for.
  init(_ table: Table, figures: [String], limit: Int) {
    func place(_ name: String) -> Int? { table.columns.firstIndex { $0.name == name } }
    self.limit = limit
    key = DraftRows.key.map(place)
    sources = figures.compactMap(place)
    amounts = table.columns.indices.filter { table.columns[$0].kind == .amount }
    var number = 0
    var whole: (unit: Cell, subject: Cell)?
    table.forEachRow { row in
      let line = (unit: cell(row, 0), subject: cell(row, 1))
      let isWhole = cell(row, 2) == .blank && cell(row, 3) == .blank
      if isWhole { whole = line }
      let figure = sources.lazy.map { row[$0] }.first { $0 != .blank } ?? .blank
      let isDetail = !isWhole && whole.map { $0 == line } ?? false
      add(Candidate(number: number, row: row, figure: figure, isDetail: isDetail))
      number += 1
    }
    shorten(to: limit)
    joinUnits()
  }

  private func cell(_ row: Row, _ part: Int) -> Cell { key[part].map { row[$0] } ?? .blank }

  private mutating func add(_ candidate: Candidate) {
    if candidate.isDetail { details.append(candidate) } else { lines.append(candidate) }
    if lines.count + details.count > 4 * limit + 1_000 { shorten(to: limit) }
  }

  /// Lets go of what is sure to have no room.
  private mutating func shorten(to limit: Int) {
    for line in DraftChoice.cut(&lines, to: limit) {
      rests[cell(line.row, 0).spelling, default: DraftRest(amounts.count)].add(
        amounts.map { line.row[$0] } + [line.figure])
    }
    // Beyond the limit a line that is let go of leaves no room for details.
    _ = DraftChoice.cut(&details, to: rests.isEmpty ? limit - lines.count : 0)
  }

  /// Leaves units that have a row themselves a rest of their own, and joins those of the others
  /// where there are more of them than room.
  private mutating func joinUnits() {
    let shown = Set(lines.map { cell($0.row, 0).spelling })
    let others = rests.keys.filter { !shown.contains($0) }.sorted()
    guard others.count > limit else { return }
    var joined = DraftRest(amounts.count)
    for unit in others { joined.add(rests.removeValue(forKey: unit)!) }
    restOfUnits = joined
  }

  /// Cuts candidates to the largest, and returns the others.
  private static func cut(_ candidates: inout [Candidate], to count: Int) -> ArraySlice<Candidate> {
    guard candidates.count > count else { return [] }
    let order = candidates.map { (candidate: $0, size: $0.size) }.sorted {
      ($1.size, $0.candidate.number) < ($0.size, $1.candidate.number)
    }.map(\.candidate)
    candidates = Array(order[..<count])
    return order[count...]
  }
}

/// What lines of a unit, or of several, add up to that a sheet has no room for.
struct DraftRest {
  private(set) var count = 0
  /// By amount column, the figure in use last.
  private(set) var sums: [Cell]

  /// - Parameter amounts: How many columns of amounts the draft has.
  init(_ amounts: Int) { sums = Array(repeating: .blank, count: amounts + 1) }

  mutating func add(_ other: DraftRest) {
    add(other.sums)
    count += other.count - 1
  }

  mutating func add(_ cells: [Cell]) {
    count += 1
    for (place, cell) in cells.enumerated() {
      guard case .number(let number) = cell else { continue }
      if case .number(let sum) = sums[place] {
        sums[place] = Cell(sum.plus(number))
      } else {
        sums[place] = cell
      }
    }
  }
}
