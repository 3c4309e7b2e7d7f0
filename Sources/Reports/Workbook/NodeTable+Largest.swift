import Analytics

extension NodeTable {
  /// Which nodes are shown where there is room for so many: the total, units and subjects, then
  /// classes and lines by their newest amount in any stage.
  func largest(_ limit: Int) -> [Bool] {
    guard nodes.count > limit else { return Array(repeating: true, count: nodes.count) }
    let sizes = nodes.indices.map { (place: $0, rank: rank($0), size: newestAmount($0)) }
    let order = sizes.sorted {
      ($0.rank, $1.size, $0.place) < ($1.rank, $0.size, $1.place)
    }
    var isShown = Array(repeating: false, count: nodes.count)
    for it in order.prefix(limit) { isShown[it.place] = true }
    return isShown
  }

  private func rank(_ place: Int) -> Int {
    switch nodes[place].level {
    case .total: 0
    case .unit: 1
    case .subject: 2
    case .class: 3
    case .line: 4
    }
  }

  /// The largest magnitude among the stages' newest years, in hundredths of the currency unit.
  private func newestAmount(_ place: Int) -> Int64 {
    guard let year = panel.years.last else { return 0 }
    return panel.stages.map { stage in
      cell(place, stage, year).money.map { Swift.abs($0.cents) } ?? 0
    }.max() ?? 0
  }
}
