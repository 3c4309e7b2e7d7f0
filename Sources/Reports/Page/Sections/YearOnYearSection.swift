import Analytics

extension Section {
  /// The newest outturn against the one before, and what moved it.
  static func yearOnYear(_ data: PageData) -> Section? {
    guard let total = data.nodes.indices(.total).first,
      data.yearOnYear[total].first?.number("change") != nil
    else { return nil }
    var blocks: [Block] = []
    if let chart = changeChart(data, total) { blocks.append(.chart(chart)) }
    if let chart = contributionChart(data) { blocks.append(.chart(chart)) }
    let names = [
      "amount", "previous", "change", "growth_pct", "share_pct", "share_change_pp",
      "contribution_pp",
    ]
    blocks += data.tables(
      of: data.yearOnYear, names: names, file: "comparison/year_on_year.csv",
      caption: PageWording.dated(PageWording.yearOnYearTitle, data.year)
    ) { data.yearOnYear[$0].first }
    if let reasons = data.contents.table("comparison/reasons") {
      blocks.append(.details(reasons.title, [.table(TableView(reasons))]))
    }
    return Section(id: "year-on-year", title: PageWording.yearOnYearTitle, blocks: blocks)
  }

  /// From last year's outturn to this year's: by subject if every one has a change, else by kind.
  private static func changeChart(_ data: PageData, _ total: Int) -> NamedChart? {
    guard let row = data.yearOnYear[total].first, let previous = row.number("previous"),
      let amount = row.number("amount"), let parts = changes(data)
    else { return nil }
    let style = data.style([previous.doubleValue, amount.doubleValue])
    let steps =
      [
        WaterfallChart.Step(
          name: PageWording.dated(PageWording.outturn, data.year - 1), kind: .amount,
          value: style(previous))
      ]
      + parts.map { WaterfallChart.Step(name: $0.name, kind: .change, value: style($0.change)) }
      + [
        WaterfallChart.Step(
          name: PageWording.dated(PageWording.outturn, data.year), kind: .amount,
          value: style(amount))
      ]
    return NamedChart(
      name: "year-on-year", title: PageWording.changeByPart,
      chart: WaterfallChart(
        description: PageWording.changeChart, steps: steps, unit: style.unit))
  }

  private static func changes(_ data: PageData) -> [(name: Bilingual, change: PrintedNumber)]? {
    let classes = data.nodes.classes
    let bySubject = classes.compactMap { node in
      data.yearOnYear[node].first?.number("change").map { (data.nodes.nodes[node].name, $0) }
    }
    if bySubject.count == classes.count && (2...14).contains(classes.count) { return bySubject }
    let kinds = data.structure.kinds
    let byKind = kinds.compactMap { part in part.number("change").map { (part.memberName, $0) } }
    return byKind.count == kinds.count && byKind.count > 1 ? byKind : nil
  }

  private static func contributionChart(_ data: PageData) -> NamedChart? {
    let rows = data.nodes.classes.compactMap { node in
      data.yearOnYear[node].first?.number("contribution_pp").map { (node, $0) }
    }
    guard rows.count > 2 else { return nil }
    let shown = rows.largest(14) { $0.1 }
    return NamedChart(
      name: "contributions", title: PageWording.contributionTitle,
      chart: BarChart(
        description: PageWording.contributionChart, series: [],
        groups: shown.map { node, points in
          BarChart.Group(
            name: data.nodes.nodes[node].name, values: [AmountStyle.percent(points)])
        }, unit: PageWording.points))
  }
}
