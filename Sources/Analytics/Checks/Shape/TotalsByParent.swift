/// A column that is kept aside and names parents, whose rows are the sum of those it puts under them.
struct TotalsByParent {
  /// The columns, with how often a parent is the sum of its parts.
  static func columns(_ dataset: Dataset) -> [(column: LikelyParents, parent: String, times: Int)] {
    dataset.likelyParents.compactMap { column in
      let (tally, example) = tally(column, dataset)
      guard tally.isSum(fewestTimes: 3), let example else { return nil }
      return (column, dataset.accounts[column.dimension].code(example), tally.came)
    }
  }

  private static func tally(
    _ likely: LikelyParents, _ dataset: Dataset
  ) -> (tally: SumTally, example: Int32?) {
    let accounts = dataset.accounts
    var parts: [Int: [Int]] = [:]
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard let parent = likely.parents[key[likely.dimension]],
        let total = accounts.cell(key.with(likely.dimension, parent))
      else { continue }
      parts[total, default: []].append(cell)
    }
    var tally = SumTally(dataset)
    for (total, cells) in parts {
      for year in accounts.years {
        for stage in Stage.allCases {
          let column = accounts.column(stage, year)
          guard column[total] != Accounts.absent else { continue }
          tally.note(column[total], cells.map { column[$0] }.filter { $0 != Accounts.absent })
        }
      }
    }
    return (tally, parts.keys.min().map { accounts.key($0)[likely.dimension] })
  }
}
