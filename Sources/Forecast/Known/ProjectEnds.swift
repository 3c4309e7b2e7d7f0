import Analytics

/// The money of projects that end, by line.
struct ProjectEnds: Sendable {
  private let breakdown: LineBreakdown
  private let panel: Panel
  /// The last year of each project that has one, or of the nearest project above it that has.
  private let lastYears: [Int32: FiscalYear]

  init(_ dataset: Dataset, _ panel: Panel) {
    let tree = dataset.accounts[.project].tree
    let own = dataset.projects.compactMapValues(\.toYear)
    var lastYears = own
    for project in dataset.projects.keys where own[project] == nil {
      lastYears[project] = tree.ancestors(of: project).lazy.compactMap { own[$0] }.first
    }
    self.lastYears = lastYears
    self.panel = panel
    breakdown = LineBreakdown(
      .project, of: lastYears.isEmpty ? Accounts() : dataset.accounts, panel: panel)
  }

  var isEmpty: Bool { lastYears.isEmpty }

  /// The projects of a line whose last year is a year or later, and before another year; those
  /// above and not their parts.
  func ending(_ line: Int, from year: FiscalYear, before end: FiscalYear) -> [KnownChanges.Ending] {
    let members = breakdown.members(of: line)
    let ending = Set(members.filter { lastYears[$0].map { year <= $0 && $0 < end } ?? false })
    let tree = breakdown.members.tree
    return members.filter {
      ending.contains($0) && ending.isDisjoint(with: tree.ancestors(of: $0))
    }.map {
      KnownChanges.Ending(
        project: $0, name: breakdown.members.name($0), lastYear: lastYears[$0]!)
    }
  }

  /// The part of a line's amount at a stage and year that goes on in a later year: from 0, where
  /// all of it is of projects that have ended, to 1.
  func remaining(_ line: Int, _ stage: Stage, in year: FiscalYear, to later: FiscalYear) -> Double {
    let ended = ending(line, from: year, before: later).reduce(.zero) {
      $0 + (breakdown.amount(line, $1.project, stage, year) ?? .zero)
    }
    guard ended > .zero, let plane = panel.plane(stage, year),
      let whole = panel[line, plane].money, whole > .zero
    else { return 1 }
    return ended >= whole ? 0 : 1 - Double(ended.cents) / Double(whole.cents)
  }
}
