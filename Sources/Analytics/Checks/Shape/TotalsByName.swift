/// Rows whose code or name says total, and that are as much as what stands beside them, with nothing
/// that takes them out of the sum.
struct TotalsByName {
  private let dataset: Dataset
  private let accounts: Accounts
  private let dimension: Dimension
  /// By code: whether it says so and stands under no other.
  private let isNamed: [Bool]

  /// The codes of totals, by dimension, with how often each is the sum of the others.
  static func totals(_ dataset: Dataset) -> [(Dimension, code: Int32, times: Int)] {
    [Dimension.unit, .subject, .economic, .fund, .project].flatMap { dimension in
      TotalsByName(dataset, dimension).totals().map { (dimension, $0, $1) }
    }
  }

  private init(_ dataset: Dataset, _ dimension: Dimension) {
    self.dataset = dataset
    self.dimension = dimension
    accounts = dataset.accounts
    let classification = accounts[dimension]
    isNamed = (0..<Int32(classification.codes.count)).map { member in
      classification.tree.parent(of: member) == Tree.root && !classification.tree.isParent(member)
        && (TotalWords.isTotal(classification.code(member))
          || TotalWords.isTotal(classification.name(member)))
    }
  }

  private func totals() -> [(Int32, Int)] {
    guard isNamed.contains(true) else { return [] }
    let (totals, others) = groups()
    var tallies = [SumTally](repeating: SumTally(dataset), count: isNamed.count)
    for (open, cells) in totals {
      let beside = others[open] ?? []
      for year in accounts.years {
        for stage in Stage.allCases {
          let column = accounts.column(stage, year)
          let parts = beside.map { column[$0] }.filter { $0 != Accounts.absent }
          for cell in cells where column[cell] != Accounts.absent {
            tallies[Int(accounts.key(cell)[dimension])].note(column[cell], parts)
          }
        }
      }
    }
    let found = tallies.indices.filter { tallies[$0].isSum(fewestTimes: 1) }
    return accounts[dimension].sorted(found.map { Int32($0) }).map { ($0, tallies[Int($0)].came) }
  }

  /// By what they have in common: the cells that are named so, and those that are not and stand
  /// under the whole.
  private func groups() -> (totals: [CellKey: [Int]], others: [CellKey: [Int]]) {
    var totals: [CellKey: [Int]] = [:]
    var others: [CellKey: [Int]] = [:]
    let tree = accounts[dimension].tree
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all, isNamed[Int(key[dimension])] else { continue }
      totals[key.with(dimension, CellKey.all), default: []].append(cell)
    }
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all, !isNamed[Int(key[dimension])],
        tree.parent(of: key[dimension]) == Tree.root
      else { continue }
      let open = key.with(dimension, CellKey.all)
      if totals[open] != nil { others[open, default: []].append(cell) }
    }
    return (totals, others)
  }
}
