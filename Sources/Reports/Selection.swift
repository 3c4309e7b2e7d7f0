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
    let tests = selection.wanted.compactMap { test($0.column, $0.cells) }
    guard !tests.isEmpty else { return self }
    return Table(name: name, title: title, columns: columns, key: key) { body in
      try forEachRow { (row: Row) throws in
        if tests.allSatisfy({ $0(row) }) { try body(row) }
      }
    }
  }

  /// Whether its rows can be selected by a column. Rows of several years, from `first_year` to
  /// `last_year`, can be by any of these.
  func selects(by column: String) -> Bool {
    place(of: column) != nil || (column == "year" && yearSpan != nil)
  }

  /// Whether a row is wanted; nil where all are.
  private func test(_ column: String, _ cells: Set<Cell>) -> (@Sendable (Row) -> Bool)? {
    guard !cells.isEmpty else { return nil }
    if let place = place(of: column) { return { cells.contains($0[place]) } }
    guard column == "year", let span = yearSpan else { return nil }
    return { row in
      guard case .integer(let first) = row[span.first], case .integer(let last) = row[span.last]
      else { return false }
      return (first...last).contains { cells.contains(.integer($0)) }
    }
  }

  private var yearSpan: (first: Int, last: Int)? {
    guard let first = place(of: "first_year"), let last = place(of: "last_year") else { return nil }
    return (first, last)
  }

  private func place(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
