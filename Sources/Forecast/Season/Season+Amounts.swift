import Analytics

extension Season {
  /// One stage and year of all lines, in hundredths of the currency unit.
  struct Amounts: Sendable {
    fileprivate let panel: Panel
    fileprivate let plane: Int?

    subscript(line: Int) -> Double? {
      plane.flatMap { panel.amount(line, plane: $0) }.map { Double($0.cents) }
    }
  }

  /// The amounts of a stage at a place; none of a stage or place that the panel does not have.
  func amounts(_ stage: Stage?, at place: Int) -> Amounts {
    guard let stage, calendar.years.indices.contains(place) else {
      return Amounts(panel: nodes.panel, plane: nil)
    }
    return Amounts(panel: nodes.panel, plane: nodes.panel.plane(stage, calendar.years[place]))
  }
}
