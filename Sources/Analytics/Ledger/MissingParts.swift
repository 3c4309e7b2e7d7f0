/// The parts of published totals of which a stage and year has nothing.
struct MissingParts {
  private let accounts: Accounts
  private let forest: PartForest
  /// Along subjects, where there are some: it also has what subjects below and parts of units give.
  private let subjects: PartForest

  init(_ accounts: Accounts, _ forest: PartForest, subjects: PartForest?) {
    self.accounts = accounts
    self.forest = forest
    self.subjects = subjects ?? forest
  }

  /// The members directly below a total that have no amount in a plane, nor has anything below
  /// them.
  func members(of total: CellKey, in column: CellColumn<Int64>) -> [Int32] {
    accounts[forest.dimension].members(below: total[forest.dimension]).filter {
      !forest.hasAmount(total.with(forest.dimension, $0), in: column)
    }
  }

  /// Whether what a plane lacks below a total came to less than nothing in another plane, as refunds
  /// do: then it may here, and the parts that are known may be more than their total.
  func wereNegative(of total: CellKey, _ stage: Stage, _ year: FiscalYear) -> Bool {
    let here = accounts.column(stage, year)
    let missing = members(of: total, in: here).map { total.with(forest.dimension, $0) }
      .filter { !subjects.hasAmount($0, in: here) }
    guard !missing.isEmpty else { return false }
    return accounts.years.contains { year in
      Stage.allCases.contains { stage in
        let column = accounts.column(stage, year)
        return missing.reduce(0) { $0 + (subjects.amount(of: $1, in: column) ?? 0) } < 0
      }
    }
  }
}

extension Classification {
  /// The members that stand directly below one, or below none for `CellKey.all`.
  fileprivate func members(below member: Int32) -> [Int32] {
    guard member == CellKey.all else { return tree.children(of: member) }
    return (0..<Int32(codes.count)).filter { tree.parent(of: $0) == Tree.root }
  }
}
