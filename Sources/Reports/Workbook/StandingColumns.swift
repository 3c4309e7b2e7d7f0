/// The columns of an outline sheet in which something stands, or comes to stand as the planner
/// types.
///
/// A panel without people has no steps of headcount, one without rates no costing: columns that are
/// blank from top to bottom would only push the figures apart.
struct StandingColumns {
  /// The places of the label columns that are not blank, the last among them.
  let labels: [Int]
  let columns: [OutlineColumn]
  /// Of these columns.
  let values: OutlineValues

  /// - Parameter values: Of all columns.
  init(_ outline: Outline, labels count: Int, _ columns: [OutlineColumn], _ values: OutlineValues) {
    labels = (0..<count).filter { place in
      place == count - 1 || outline.rows.contains { !$0.labels[place].isEmpty }
    }
    let blank = Self.blank(columns, values)
    let places = columns.indices.filter { !blank.contains(columns[$0].id) }
    self.columns = places.map { place in
      var column = columns[place]
      column.rule = column.rule.without(blank) ?? .plain
      return column
    }
    self.values = values[columns: places]
  }

  /// The ids of columns that are blank and stay so.
  private static func blank(_ columns: [OutlineColumn], _ values: OutlineValues) -> Set<String> {
    var blank = Set(
      columns.indices.lazy.filter { !columns[$0].isKept && values.isBlank($0) }
        .map { columns[$0].id })
    var count: Int
    repeat {
      count = blank.count
      for column in columns {
        let follows = column.rule.without(blank) != nil
        if follows && column.rule.isDerived {
          blank.remove(column.id)  // it moves with what it reads
        } else if !follows && !blank.contains(column.id) {
          blank.subtract(column.rule.reads)  // what it is made of is shown
        }
      }
    } while blank.count < count
    return blank
  }
}

extension CellRule {
  /// The same rule without columns that are blank; nil where it gives nothing without them.
  func without(_ blank: Set<ColumnID>) -> CellRule? {
    switch self {
    case .first(let columns):
      let left = columns.filter { !blank.contains($0) }
      return left.isEmpty ? nil : .first(left)
    case .step(let amount, let earlier):
      let left = earlier.filter { !blank.contains($0) }
      return blank.contains(amount) || left.isEmpty ? nil : .step(amount, after: left)
    case .balance(let plus, let minus):
      let left = plus.filter { !blank.contains($0) }
      return left.isEmpty ? nil : .balance(plus: left, minus: minus.filter { !blank.contains($0) })
    default: return reads.isDisjoint(with: blank) ? self : nil
    }
  }
}
