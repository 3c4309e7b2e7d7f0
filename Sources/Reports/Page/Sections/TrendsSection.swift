import Analytics

extension Section {
  /// All years and the next ones, of the total, of units and of subjects.
  static func trends(_ data: PageData) -> Section? {
    guard let total = data.nodes.indices(.total).first, !data.execution.isEmpty else { return nil }
    let fan = FanReading(data)
    var blocks: [Block] = []
    if let chart = fan.chart(total) {
      blocks.append(
        .chart(NamedChart(name: "trend-total", title: PageWording.trendTotal, chart: chart)))
    }
    for (name, title, nodes) in [
      ("trend-subjects", PageWording.trendSubjects, data.nodes.classes),
      ("trend-units", PageWording.trendUnits, data.nodes.indices(.unit)),
    ] where nodes.count > 1 {
      let shown = nodes.largest(12) { data.thisYear($0)?.number("outturn") }
      blocks.append(.chart(NamedChart(name: name, title: title, chart: fan.multiples(shown))))
    }
    let names = [
      "first_year", "last_year", "observations", "mean", "cagr_pct", "slope", "volatility_pct",
      "break_year", "outlier_years", "streak",
    ]
    if !data.trend.isEmpty {
      blocks += data.tables(
        of: data.trend, names: names, file: "trends/trend.csv",
        caption: PageWording.trendTable
      ) { data.trend.first($0) { $0["stage"] == .text(Stage.outturn.rawValue) } }
    }
    return Section(id: "trends", title: PageWording.trendsTitle, blocks: blocks)
  }
}
