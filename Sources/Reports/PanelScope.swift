import Analytics

/// How much a panel holds: for the head of a report.
public struct PanelScope: Sendable {
  /// `2016–2025`, or a lone year.
  public let years: String
  /// Units that have lines; what a unit has beside its parts counts as the unit.
  public let units: Int
  /// Subjects that have lines, rests apart.
  public let subjects: Int
  public let lines: Int

  public init(_ panel: Panel) {
    let ends = [panel.years.first, panel.years.last].compactMap { $0 }
    years = Set(ends).sorted().map(\.description).joined(separator: "–")
    units = Set(panel.lines.map { panel.unitWithParts($0.unit) }).count
    let known = panel.lines.indices.filter { !panel.isRest($0) }
    subjects = Set(known.map { panel.lines[$0].subject }).count
    lines = panel.lines.count
  }
}
