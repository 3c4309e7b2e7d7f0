import Analytics

extension Season {
  /// One stage and year of all lines, in hundredths of the currency unit.
  struct Amounts: Sendable {
    /// By line, not a number where it has no amount; empty where no line has any.
    fileprivate let values: [Double]

    subscript(line: Int) -> Double? {
      guard !values.isEmpty, !values[line].isNaN else { return nil }
      return values[line]
    }
  }

  /// The amounts of a stage at a place; none of a stage or place that the panel does not have.
  func amounts(_ stage: Stage?, at place: Int) -> Amounts {
    guard let stage, calendar.years.indices.contains(place),
      let plane = nodes.panel.plane(stage, calendar.years[place])
    else { return Amounts(values: []) }
    let known = nodes.panel.amounts(plane: plane)
    return Amounts(
      values: nodes.panel.lines.indices.map { line in known[line].map { Double($0.cents) } ?? .nan }
    )
  }
}
