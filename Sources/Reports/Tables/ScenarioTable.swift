import Analytics
import Forecast

extension Table {
  /// `staffing/scenarios.csv`: what each scenario changes, by unit, subject and step.
  public static func scenarios(
    _ comparisons: [ScenarioComparison], _ nodes: NodeTable, _ dataset: Dataset
  ) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "staffing/scenarios", title: Bilingual(zh: "方案比较", en: "Scenarios"),
      columns: scenarioColumns,
      key: ["scenario", "level", "unit", "subject", "stage", "year", "step"]
    ) { body in
      for comparison in comparisons {
        for row in comparison.rows {
          try body(
            Row(
              [.text(comparison.name)] + cell.keys(nodes.nodes[row.node], nodes.panel),
              [
                .text(row.stage.rawValue), .integer(row.year.number),
                .text(row.step?.word ?? "total"), cell.estimate(row.baseline),
                cell.estimate(row.amount), cell.estimate(row.difference),
              ]))
        }
      }
    }
  }
}
