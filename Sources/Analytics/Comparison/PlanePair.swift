/// A stage and year of a panel, and the same stage in the year before.
struct PlanePair: Sendable {
  let stage: Stage
  let year: FiscalYear
  let plane: Int
  /// The plane of the calendar year before; nil where the panel has none.
  let before: Int?

  /// All of a panel, by stage and year.
  static func all(_ panel: Panel) -> [PlanePair] {
    panel.stages.flatMap { stage in
      panel.years.map { year in
        PlanePair(
          stage: stage, year: year, plane: panel.plane(stage, year)!,
          before: year.previous.flatMap { panel.plane(stage, $0) })
      }
    }
  }
}
