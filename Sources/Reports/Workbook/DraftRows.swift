import Analytics

/// The rows of `forecast/draft` in the order of the trees, and an outline over them.
struct DraftRows {
  /// The columns that find a row.
  static let key = ["unit", "subject", "kind", "project"]

  let outline: Outline
  /// The rows that have room, and for each unit one row that sums up its other lines; with the
  /// column `figure`, the amount in use. Each row is an entry.
  let table: Table
  /// The columns of which the first that is not blank is in use.
  let figures: [String]
  /// How many lines have rows of their own, where others have not.
  let shownLines: Int?

  init(_ table: Table, _ context: WorkbookContext) {
    let names = Set(table.columns.map(\.name))
    figures = ["draft", "costing", "reference"].filter(names.contains)
    let columns = table.columns + [DraftRows.figure]
    let choice = DraftChoice(table, figures: figures, limit: context.limits.outlineRows)
    let places = DraftLine.Places(table)
    let chosen = choice.chosen.enumerated().map {
      DraftLine($1, entry: $0, places, context.contents.nodes.panel)
    }
    let rests = DraftRests(choice, columns, in: table.name, from: chosen.count, context)
    shownLines = rests.lines.isEmpty ? nil : chosen.count
    let lines = chosen + rests.lines
    var builder = DraftOutline(context)
    for line in lines { builder.add(line) }
    outline = builder.sortedOutline()
    self.table = Table(
      name: table.name, title: table.title, columns: columns, key: table.key,
      entries: lines.indices
    ) { entry, body in
      try body(Row(lines[entry].cells))
    }
  }

  private static let figure = Column(
    "figure", .amount, title: WorkbookWording.figure,
    description: "The draft, else the costing, else the reference.")
}
