import Analytics

/// A column of an outline sheet: where its values stand, and how they follow from others.
struct OutlineColumn: Sendable {
  /// A column of a run's table, of the rows with these values.
  struct Source: Hashable, Sendable {
    let table: String
    let column: String
    let filter: [Match]
  }

  struct Match: Hashable, Sendable {
    let column: String
    let cell: Cell
  }

  let id: String
  /// Over the heading; columns side by side of one text share it.
  var band = ""
  let heading: String
  let kind: Column.Kind
  let source: Source
  var rule = CellRule<String>.plain
  /// 1 for a column that can be folded away.
  var outline = 0
  /// Whether lines are for the planner to fill in.
  var isInput = false
  /// Whether it is shown even if nothing stands in it: what is typed there is heeded.
  var isKept = false
}

extension OutlineColumn.Match {
  static func year(_ year: FiscalYear) -> Self { Self(column: "year", cell: .integer(year.number)) }
  static func stage(_ stage: Stage) -> Self { Self(column: "stage", cell: .text(stage.rawValue)) }
}

extension [OutlineColumn] {
  /// Those whose rules read columns that are there.
  var readingEachOther: [OutlineColumn] {
    let ids = Set(map(\.id))
    return filter { $0.rule.reads.isSubset(of: ids) }
  }
}

/// Makes the columns of a sheet out of one table's rows.
struct ColumnMaker {
  let context: WorkbookContext
  let table: Table
  /// Put before the columns' names to make their ids.
  var prefix = ""
  var band = ""
  var filter: [OutlineColumn.Match] = []

  /// A column of the table by its name; nil where the table has none.
  func callAsFunction(
    _ name: String, _ rule: CellRule<String> = .plain, outline: Int = 0, heading: String? = nil
  ) -> OutlineColumn? {
    guard let column = table.columns.first(where: { $0.name == name }) else { return nil }
    return OutlineColumn(
      id: prefix + name, band: band, heading: heading ?? column.title[context.language],
      kind: column.kind,
      source: OutlineColumn.Source(table: table.name, column: name, filter: filter), rule: rule,
      outline: outline)
  }
}
