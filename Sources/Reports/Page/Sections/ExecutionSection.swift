import Analytics

extension Section {
  /// Budget, revised budget and outturn of the newest closed year.
  static func execution(_ data: PageData) -> Section? {
    guard !data.execution.isEmpty else { return nil }
    var blocks: [Block] = []
    if let chart = executionChart(data) { blocks.append(.chart(chart)) }
    let names = [
      "budget", "revised", "outturn", "deviation", "execution_pct", "execution_revised_pct",
      "in_year_change", "unspent",
    ]
    blocks += data.tables(
      of: data.execution, names: names, file: "comparison/execution.csv",
      caption: PageWording.dated(PageWording.executionTitle, data.year)
    ) { data.thisYear($0) }
    if let pefa = data.contents.table("comparison/pefa") {
      blocks.append(.details(pefa.title, [.table(TableView(pefa))]))
    }
    return Section(id: "execution", title: PageWording.executionTitle, blocks: blocks)
  }

  /// Subjects side by side, or units where there is one subject.
  private static func executionChart(_ data: PageData) -> NamedChart? {
    let stages =
      [("budget", PageWording.budget), ("revised", PageWording.revised)]
      + [("outturn", PageWording.outturn)]
    let classes = data.nodes.classes
    let all = classes.count > 1 ? classes : data.nodes.indices(.unit)
    let rows = all.compactMap { node in data.thisYear(node).map { (node, $0) } }
    guard rows.count > 1 else { return nil }
    let shown = stages.filter { stage in rows.contains { $0.1.number(stage.0) != nil } }
    let values = rows.flatMap { row in shown.compactMap { row.1.number($0.0)?.doubleValue } }
    let style = data.style(values)
    let largest = rows.largest(14) { $0.1.number("outturn") ?? $0.1.number("budget") }
    return NamedChart(
      name: "execution", title: PageWording.dated(PageWording.executionTitle, data.year),
      chart: BarChart(
        description: PageWording.executionChart, series: shown.map(\.1),
        groups: largest.map { node, row in
          BarChart.Group(
            name: data.nodes.nodes[node].name,
            values: shown.map { row.number($0.0).map { style($0) } })
        }, unit: style.unit))
  }
}

extension PageData {
  /// A table of the total, units and subjects, and behind it one of the lines.
  func tables(
    of rows: NodeRows, names: [String], file: String, caption: Bilingual,
    record: (Int) -> Record?
  ) -> [Section.Block] {
    let upper: [Level] = [.total, .unit, .subject]
    let isCut = upper.contains(where: nodes.isCut)
    let totals = TableView(
      nodes.indices(.total, .unit, .subject), self, rows.columns, names: names, caption: caption,
      rest: isCut ? PageWording.largest(in: file) : nil, record: record)
    let lines = TableView(
      nodes.indices(.line), self, rows.columns, names: names, caption: caption,
      rest: nodes.isCut(.line) ? PageWording.largest(in: file) : nil, record: record)
    guard lines.count > 0 else { return [.table(totals)] }
    return [.table(totals), .details(PageWording.lines(lines.count), [.table(lines)])]
  }
}

extension Sequence {
  /// So many elements with the largest numbers, in their order.
  func largest(_ count: Int, by number: (Element) -> PrintedNumber?) -> [Element] {
    let sized = enumerated().map { (place: $0, element: $1, size: number($1)?.doubleValue ?? 0) }
    guard sized.count > count else { return sized.map(\.element) }
    let chosen = sized.sorted { (abs($1.size), $0.place) < (abs($0.size), $1.place) }
    return chosen.prefix(count).sorted { $0.place < $1.place }.map(\.element)
  }
}
