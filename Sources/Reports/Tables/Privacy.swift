import Forecast

/// Whose cost per head a table may show.
public enum Privacy: Sendable {
  case none
  /// For publication: nobody's pay can be told from the cost of a category under three heads.
  case published

  /// Fewer heads than this are not shown.
  private static let fewest: Int64 = 3

  /// The places of costs that are not shown: of few heads, and where one alone is hidden of a line
  /// and year, of the next fewest, or the difference would tell.
  func hidden(_ costs: [StaffingCost]) -> Set<Int> {
    guard self == .published else { return [] }
    let byCell = Dictionary(grouping: costs.indices) { place in
      [costs[place].line, costs[place].year.number]
    }
    var hidden: Set<Int> = []
    for places in byCell.values {
      let people = places.filter { costs[$0].category != nil && costs[$0].personYears != .zero }
      var few = people.filter { costs[$0].heads < Privacy.fewest * 1000 }
      if few.count == 1,
        let next = people.filter({ !few.contains($0) }).min(by: { a, b in
          (costs[a].heads, a) < (costs[b].heads, b)
        })
      {
        few.append(next)
      }
      hidden.formUnion(few)
    }
    return hidden
  }

  /// Whether what a category brings on a line is not shown.
  func hides(
    _ entry: StaffingProjection.Entry, _ category: Int, _ model: StaffingModel
  ) -> Bool {
    self == .published
      && model.heads(of: entry.plan.line, category, entry.plan.year) < Privacy.fewest * 1000
  }
}
