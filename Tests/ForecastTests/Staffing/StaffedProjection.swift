import Analytics

@testable import Forecast

/// A small dataset with people, forecast, for tests that follow the arithmetic of its lines.
struct StaffedProjection {
  let nodes: NodeTable
  let projection: Projection
  let staffing: StaffingProjection

  /// - Parameter tables: The text of each table by its name.
  init(
    _ tables: [String: String],
    _ options: ProjectionOptions = ProjectionOptions(method: .naive, explains: true)
  ) throws {
    try self.init(try SampleDataset.package(tables), options)
  }

  init(_ dataset: Dataset, _ options: ProjectionOptions) throws {
    nodes = NodeTable(Panel(dataset))
    let last = nodes.panel.years.last.map { FiscalYear($0.number + options.horizon) }
    let model = StaffingModel(
      dataset, nodes, Roster(dataset, through: last), Normalisation(nodes, dataset.adjustments))
    projection = try Projection(
      nodes, options, lastDigit: dataset.lastForecastDigit,
      changes: KnownChanges(dataset, nodes.panel), staffing: model)
    staffing = StaffingProjection(model, projection)
  }

  private func isLine(_ line: Int, _ unit: String, _ subject: String) -> Bool {
    let it = nodes.panel.lines[line]
    return nodes.panel.units.code(it.unit) == unit
      && nodes.panel.subjects.code(it.subject) == subject
  }

  /// The steps of `staffing/explanations.csv` in hundredths of the currency unit: `rate 600`.
  func staffingSteps(_ unit: String, _ subject: String, _ year: Int) -> [String] {
    let found = staffing.explanations.first {
      isLine($0.line, unit, subject) && $0.year == FiscalYear(year)
    }
    return found.map { $0.steps.map { "\($0.step.word) \($0.amount.cents)" } } ?? []
  }

  /// The steps of `forecast/explanations.csv` for the outturn.
  func forecastSteps(_ unit: String, _ subject: String, _ year: Int) -> [String] {
    let found = projection.predictions.first {
      $0.node < nodes.panel.lines.count && isLine($0.node, unit, subject)
        && $0.stage == .outturn && $0.year == FiscalYear(year)
    }
    return found.map {
      projection.explanations.steps($0).map { "\($0.step.rawValue) \($0.amount.cents)" }
    } ?? []
  }
}
