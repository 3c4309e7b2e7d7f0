/// The cells of the accounts that have a member of a dimension, by unit, member and cut.
struct BreakdownCells {
  /// Per unit and member the cells of each cut, by the cut's raw value.
  private(set) var byCut: [Int32: [Int32: [Int: [Int]]]] = [:]
  private let dimension: Dimension
  private let panel: Panel
  private let accounts: Accounts
  /// The dimensions in which a cell may be part of another one with the same unit and member.
  private let others: [Dimension]
  /// The amounts of all cells, by plane of the panel.
  private let columns: [[Int64]]

  init(_ accounts: Accounts, beside dimension: Dimension, _ panel: Panel) {
    self.accounts = accounts
    self.dimension = dimension
    self.panel = panel
    others = Dimension.allCases.filter { $0 != dimension && $0 != .unit }
    columns = panel.stages.flatMap { stage in
      panel.years.map { accounts.planes[$0]?.amounts[stage.index] ?? [] }
    }
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all else { continue }
      byCut[key.unit, default: [:]][key[dimension], default: [:]][
        key.cut.rawValue, default: []
      ].append(cell)
    }
  }

  /// The cells of single lines of the panel: per line and member those of each cut.
  var byLine: [Int: [Int32: [Int: [Int]]]] {
    guard !byCut.isEmpty else { return [:] }
    let lines = Dictionary(
      panel.lines.enumerated().map { (CellKey(unit: $1.unit, subject: $1.subject), $0) },
      uniquingKeysWith: { first, _ in first })
    var found: [Int: [Int32: [Int: [Int]]]] = [:]
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all,
        let line = lines[CellKey(unit: key.unit, subject: key.subject)]
      else { continue }
      found[line, default: [:]][key[dimension], default: [:]][
        key.cut.rawValue, default: []
      ].append(cell)
    }
    return found
  }

  /// By plane, the sum of the coarsest cut that has a value: the fewest dimensions first.
  func amounts(_ cuts: [Int: [Int]]) -> [Money?] {
    let order = cuts.keys.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    let lists = order.map { cuts[$0]! }
    let mayOverlap = lists.map { cells in cells.contains(where: isBelowSome) }
    return columns.map { column in
      for (cells, mayOverlap) in zip(lists, mayOverlap) {
        let present = cells.filter { $0 < column.count && column[$0] != Accounts.absent }
        let tops = mayOverlap ? tops(present) : present
        if !tops.isEmpty { return Money(cents: tops.reduce(0) { $0 + column[$1] }) }
      }
      return nil
    }
  }

  /// Whether a cell's member of some other dimension stands below another member.
  private func isBelowSome(_ cell: Int) -> Bool {
    others.contains { accounts[$0].tree.parent(of: accounts.key(cell)[$0]) != Tree.root }
  }

  /// The cells that are part of no other one.
  private func tops(_ cells: [Int]) -> [Int] {
    let keys = Set(cells.map(accounts.key))
    return cells.filter { cell in
      let key = accounts.key(cell)
      return !others.contains { other in
        accounts[other].tree.ancestors(of: key[other]).contains {
          keys.contains(key.with(other, $0))
        }
      }
    }
  }
}
