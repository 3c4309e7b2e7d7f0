import Analytics
import Forecast
import Reports

/// One way in which the future may go: what is known of the years to come, and what is forecast
/// with it.
struct Outlook {
  /// In the newest classification.
  let dataset: Dataset
  let base: Normalisation
  /// Heads to the last year that is forecast.
  let roster: Roster
  /// Nil where the dataset has no people, or no forecast was asked for.
  let staffing: StaffingModel?
  let changes: KnownChanges
  /// Nil where no forecast was asked for.
  let projection: Projection?

  /// - Parameters:
  ///   - restated: In the newest classification, as the nodes are.
  ///   - forecast: How to forecast, or nil for a command that needs none.
  ///   - privacy: Whose cost per head nothing may tell.
  /// - Throws: A `Failure` if ceilings contradict each other.
  init(
    _ restated: Dataset, _ nodes: NodeTable, _ forecast: ProjectionOptions?, _ privacy: Privacy
  ) throws {
    dataset = restated
    base = Normalisation(nodes, restated.adjustments)
    roster = Roster(restated, through: nodes.panel.lastYear(plus: forecast?.horizon ?? 0))
    guard let forecast else {
      (staffing, changes, projection) = (nil, .none, nil)
      return
    }
    staffing =
      roster.rows.isEmpty
      ? nil : StaffingModel(restated, nodes, roster, base, privacy: privacy)
    changes = KnownChanges(restated, nodes.panel)
    do {
      projection = try Projection(
        nodes, forecast, lastDigit: restated.lastForecastDigit,
        ceilings: CeilingRules(restated, nodes), changes: changes, staffing: staffing)
    } catch {
      throw Failure(.badData, ContradictionMessage(restated, error).text)
    }
    FreedMemory.giveBack()
  }

  /// Nil where no forecast was asked for.
  var future: ScenarioComparison.Future? {
    projection.map { projection in
      ScenarioComparison.Future(
        projection, staffing.map { StaffingProjection($0, projection) })
    }
  }

  /// What scenarios change, by name. Each is in the newest classification, with the same accounts,
  /// so that lines and totals are the same.
  func comparisons(
    _ scenarios: [(name: String, dataset: Dataset)], _ nodes: NodeTable,
    _ forecast: ProjectionOptions?, _ privacy: Privacy
  ) throws -> [ScenarioComparison] {
    guard !scenarios.isEmpty, let future else { return [] }
    return try scenarios.compactMap { name, restated in
      try Outlook(restated, nodes, forecast, privacy).future.map {
        ScenarioComparison(name, $0, against: future, nodes)
      }
    }
  }
}

extension Panel {
  /// The year so many after the last; nil beyond 9999 and where there is none.
  fileprivate func lastYear(plus horizon: Int) -> FiscalYear? {
    years.last.flatMap { $0.number + horizon <= 9999 ? FiscalYear($0.number + horizon) : nil }
  }
}
