import Analytics

/// The rows of `forecast/draft` in the order of the trees, and an outline over them.
struct DraftRows {
  /// The columns that find a row.
  static let key = ["unit", "subject", "kind", "project"]

  let outline: Outline
  /// The rows that have room, and for each unit one row that sums up its other lines; with the
  /// column `figure`, the amount in use.
  let table: Table
  /// The columns of which the first that is not blank is in use.
  let figures: [String]

  init(_ table: Table, _ context: WorkbookContext) {
    let names = Set(table.columns.map(\.name))
    figures = ["draft", "costing", "reference"].filter(names.contains)
    let columns = table.columns + [DraftRows.figure]
    let all = DraftRows.read(table, figures, context.contents.nodes.panel)
    let kept = DraftRows.largest(all, limit: context.limits.outlineRows)
    let rests = DraftRests(
      all.filter { !kept.contains($0.number) && !$0.isDetail }, columns, in: table.name, context)
    var builder = DraftOutline(context)
    for line in all where kept.contains(line.number) { builder.add(line) }
    for rest in rests.lines { builder.add(rest) }
    outline = builder.sortedOutline()
    self.table = Table(
      name: table.name, title: table.title, columns: columns, key: table.key,
      rows: all.filter { kept.contains($0.number) }.map(\.cells) + rests.lines.map(\.cells))
  }

  private static let figure = Column(
    "figure", .amount, title: WorkbookWording.figure,
    description: "The draft, else the costing, else the reference.")

  /// The rows as they come; kinds and projects of a line that has a row of its own are details.
  private static func read(
    _ table: Table, _ figures: [String], _ panel: Panel
  ) -> [DraftLine] {
    var lines: [DraftLine] = []
    var wholes: Set<[Cell]> = []
    let places = DraftLine.Places(table)
    let sources = figures.compactMap { name in
      table.columns.firstIndex { $0.name == name }
    }
    table.forEachRow { row in
      let figure = sources.lazy.map { row[$0] }.first { $0 != .blank } ?? .blank
      let line = DraftLine(row.cells + [figure], number: lines.count, places, panel)
      if line.isWhole { wholes.insert(line.lineKey) }
      lines.append(line)
    }
    for place in lines.indices {
      lines[place].isDetail = !lines[place].isWhole && wholes.contains(lines[place].lineKey)
    }
    return lines
  }

  /// The numbers of the rows that have room: the largest lines, then details of those.
  private static func largest(_ lines: [DraftLine], limit: Int) -> Set<Int> {
    guard lines.count > limit else { return Set(lines.indices) }
    let order = lines.sorted { a, b in
      if a.isDetail != b.isDetail { return b.isDetail }
      return (b.size, a.number) < (a.size, b.number)
    }
    let first = order.prefix(limit)
    let shown = Set(first.filter { !$0.isDetail }.map(\.lineKey))
    return Set(first.filter { shown.contains($0.lineKey) }.map(\.number))
  }
}
