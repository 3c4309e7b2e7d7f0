import Analytics

extension Season {
  /// One stage and year of all lines, in hundredths of the currency unit.
  struct Amounts: Sendable {
    fileprivate let known: Panel.Amounts?

    subscript(line: Int) -> Double? {
      guard let known, let money = known[line] else { return nil }
      return Double(money.cents)
    }
  }

  /// The amounts of a stage at a place; none of a stage or place that the panel does not have.
  func amounts(_ stage: Stage?, at place: Int) -> Amounts {
    guard let stage, calendar.years.indices.contains(place),
      let plane = nodes.panel.plane(stage, calendar.years[place])
    else { return Amounts(known: nil) }
    return Amounts(known: nodes.panel.amounts(plane: plane))
  }
}
