import Analytics

/// What a selection asks of a table that the table cannot give.
public enum SelectionFault: Hashable, Sendable {
  /// The table has no such column; those that it has of the columns that can be selected by.
  case noColumn(String, selectable: [String])
  /// No row has the value, and the accounts do not have it; values that may be meant.
  case noValue(String, column: String, near: [String])
}

extension Selection {
  /// The columns that rows can be selected by, with what is wanted of each.
  var wanted: [(column: String, cells: Set<Cell>)] {
    [
      ("unit", Set(units.map(Cell.text))), ("subject", Set(subjects.map(Cell.text))),
      ("year", Set(years.map(Cell.integer))), ("stage", Set(stages.map { .text($0.rawValue) })),
      ("level", Set(levels.map { .text($0.rawValue) })),
    ]
  }

  /// The first thing that a table cannot give; nil where it can give all.
  ///
  /// - Parameter isKnown: Whether the accounts have a value of a column.
  public func fault(
    in table: Table, isKnown: (_ column: String, _ value: String) -> Bool
  ) -> SelectionFault? {
    for want in wanted where !want.cells.isEmpty {
      guard table.selects(by: want.column) else {
        let selectable = wanted.map(\.column).filter { table.selects(by: $0) }
        return .noColumn(want.column, selectable: selectable)
      }
      guard ["unit", "subject", "year"].contains(want.column) else { continue }
      let unknown = want.cells.map(\.spelling).filter { !isKnown(want.column, $0) }.sorted()
      guard !unknown.isEmpty else { continue }
      let there = table.values(in: want.column)
      if let missing = unknown.first(where: { !there.contains($0) }) {
        return .noValue(
          missing, column: want.column,
          near: EditDistance.nearest(to: missing, among: there.sorted()))
      }
    }
    return nil
  }
}

extension Table {
  /// What the rows have in a column, as it is printed.
  fileprivate func values(in column: String) -> Set<String> {
    guard let place = columns.firstIndex(where: { $0.name == column }) else { return [] }
    var found: Set<Cell> = []
    forEachRow { found.insert($0[place]) }
    return Set(found.map(\.spelling)).subtracting([""])
  }
}
