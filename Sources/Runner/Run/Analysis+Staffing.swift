import Analytics
import Forecast
import Reports

extension Analysis {
  /// People as far as forecasts go, and what they make of lines; nil where there are none.
  static func staffing(
    _ dataset: Dataset, _ nodes: NodeTable, horizon: Int?
  ) -> (roster: Roster, model: StaffingModel?) {
    let roster = Roster(dataset, through: nodes.panel.lastYear(plus: horizon ?? 0))
    guard horizon != nil, !roster.rows.isEmpty else { return (roster, nil) }
    let restated = Crosswalk(dataset.crosswalk).restated(dataset)
    let base = Normalisation(nodes, restated.adjustments)
    return (roster, StaffingModel(restated, nodes, roster, base))
  }

  /// What each scenario changes. The accounts are the same, so that lines and totals are.
  static func comparisons(
    _ scenarios: [(name: String, dataset: Dataset)], _ options: ProjectionOptions?,
    _ nodes: NodeTable, _ projection: Projection?, _ staffing: StaffingModel?
  ) throws -> [ScenarioComparison] {
    guard let options, let projection else { return [] }
    let baseline = future(projection, staffing)
    return try scenarios.map { name, dataset in
      let (_, model) = self.staffing(dataset, nodes, horizon: options.horizon)
      let restated = Crosswalk(dataset.crosswalk).restated(dataset)
      let projection = try Self.projection(
        nodes, restated, options, KnownChanges(restated, nodes.panel), model)
      return ScenarioComparison(name, future(projection, model), against: baseline, nodes)
    }
  }

  private static func future(
    _ projection: Projection, _ model: StaffingModel?
  ) -> ScenarioComparison.Future {
    ScenarioComparison.Future(projection, model.map { StaffingProjection($0, projection) })
  }
}

extension Panel {
  /// The year so many after the last; nil beyond 9999 and where there is none.
  fileprivate func lastYear(plus horizon: Int) -> FiscalYear? {
    years.last.flatMap { $0.number + horizon <= 9999 ? FiscalYear($0.number + horizon) : nil }
  }
}
