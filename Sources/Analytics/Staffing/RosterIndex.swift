/// Where the years of each unit and category stand among the rows of a roster.
struct RosterIndex: Sendable {
  /// By unit: where its categories begin; one more entry than units.
  private var unitStarts: [Int32] = []
  private var categories: [Int32] = []
  /// Where the rows of each category begin; one more entry than categories.
  private var rowStarts: [Int] = []

  /// - Parameter rows: By unit, category and year.
  init(_ rows: [Roster.Row], units: Int) {
    var unit = -1
    for (place, row) in rows.enumerated() {
      let isNew = row.unit != unit || row.category != Int(categories.last ?? -1)
      guard isNew else { continue }
      while unit < row.unit {
        unitStarts.append(Int32(categories.count))
        unit += 1
      }
      categories.append(Int32(row.category))
      rowStarts.append(place)
    }
    let rest = units + 1 - unitStarts.count
    unitStarts.append(contentsOf: repeatElement(Int32(categories.count), count: rest))
    rowStarts.append(rows.count)
  }

  /// The rows of a unit and category, or none.
  subscript(unit: Int, category: Int) -> Range<Int> {
    var (low, high) = (Int(unitStarts[unit]), Int(unitStarts[unit + 1]))
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if Int(categories[middle]) < category { low = middle + 1 } else { high = middle }
    }
    guard low < end, Int(categories[low]) == category else { return 0..<0 }
    return rowStarts[low]..<rowStarts[low + 1]
  }
}
