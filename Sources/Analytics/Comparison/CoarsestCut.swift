/// The amount of cells that have some members in common, found from the coarsest cut that has one.
struct CoarsestCut {
  private let accounts: Accounts
  /// The dimensions in which a cell may be part of another one of the same members.
  private let others: [Dimension]
  /// The amounts of all cells, by plane.
  private let columns: [CellColumn<Int64>]

  /// - Parameters:
  ///   - fixed: The dimensions in which the cells have their members in common.
  ///   - planes: The stages and years that are wanted.
  init(
    _ accounts: Accounts, fixed: [Dimension], planes: [(stage: Stage, year: FiscalYear)]
  ) {
    self.accounts = accounts
    others = Dimension.allCases.filter { !fixed.contains($0) }
    columns = planes.map { accounts.column($0.stage, $0.year) }
  }

  /// By plane, the sum of the coarsest cut that has a value: the fewest dimensions first.
  ///
  /// - Parameter cuts: The cells of each cut, by the cut's raw value.
  func amounts(_ cuts: [Int: [Int]]) -> [Money?] {
    let order = cuts.keys.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    let lists = order.map { cuts[$0]! }
    let mayOverlap = lists.map { cells in cells.contains(where: isBelowSome) }
    return columns.map { column in
      for (cells, mayOverlap) in zip(lists, mayOverlap) {
        let present = cells.filter { column[$0] != Accounts.absent }
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
