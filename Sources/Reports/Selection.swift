import Analytics

/// Which rows of a table a user wants: those that have one of the values in each named column.
public struct Selection: Sendable {
  public var units: Set<String> = []
  public var subjects: Set<String> = []
  public var years: Set<Int> = []
  public var stages: Set<Stage> = []
  public var levels: Set<Level> = []

  public init() {}
}

extension Table {
  /// The table with the selected rows; a column that it does not have selects nothing away.
  public func selecting(_ selection: Selection) -> Table {
    let tests = selection.wanted.compactMap { want -> (Int, Set<Cell>)? in
      guard !want.cells.isEmpty, let index = columns.firstIndex(where: { $0.name == want.column })
      else { return nil }
      return (index, want.cells)
    }
    guard !tests.isEmpty else { return self }
    return Table(name: name, title: title, columns: columns, key: key) { body in
      try forEachRow { (row: Row) throws in
        if tests.allSatisfy({ index, cells in cells.contains(row[index]) }) { try body(row) }
      }
    }
  }
}
