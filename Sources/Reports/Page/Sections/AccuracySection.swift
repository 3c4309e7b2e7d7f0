import Analytics
import Forecast

extension Section {
  /// How wrong forecasts of past years would have been.
  static func accuracy(_ data: PageData) -> Section? {
    guard let table = data.contents.table("forecast/accuracy") else { return nil }
    let records = PageData.records(table)
    guard !records.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(PageWording.accuracyLead)]
    if let chart = methodChart(records) { blocks.append(.chart(chart)) }
    let names = [
      "level", "stage", "basis", "horizon", "method", "reconciled", "series", "wape_pct",
      "relative_mae", "coverage80_pct", "coverage95_pct",
    ]
    let inUse = records.filter { $0.text("method") == MethodName.mixture.rawValue }
    blocks.append(
      .table(
        TableView(
          inUse.isEmpty ? records : inUse, table.columns, caption: table.title, names: names,
          rest: inUse.isEmpty ? nil : PageWording.rest(in: "\(table.name).csv"))))
    return Section(id: "accuracy", title: PageWording.accuracyTitle, blocks: blocks)
  }

  /// The methods' errors against repeating the last value, for lines, one year ahead.
  private static func methodChart(_ records: [Record]) -> NamedChart? {
    let rows = records.filter {
      $0.text("level") == Level.line.rawValue && $0.integer("horizon") == 1
        && $0.text("basis") == "history" && $0.text("reconciled") == "no"
    }
    let stages = Stage.allCases.filter { stage in
      rows.contains { $0.text("stage") == stage.rawValue }
    }
    let methods = rows.map { $0.text("method") }.withoutRepeats
    guard methods.count > 1 else { return nil }
    func value(_ method: String, _ stage: Stage) -> ChartValue? {
      rows.first { $0.text("method") == method && $0.text("stage") == stage.rawValue }?
        .number("relative_mae").map { AmountStyle.plain($0) }
    }
    return NamedChart(
      name: "accuracy", title: PageWording.methodsTitle,
      chart: BarChart(
        description: PageWording.methodsChart,
        series: stages.map { CodeWording.stage($0) },
        groups: methods.map { method in
          BarChart.Group(
            name: CodeWording.words(method, of: "method") ?? Bilingual(both: method),
            values: stages.map { value(method, $0) })
        }, unit: PageWording.relativeError))
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it comes first.
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
