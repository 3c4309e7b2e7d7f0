import Analytics

/// What the list of projects says that they cost in a year.
struct ProjectCosting: Sendable {
  let year: FiscalYear
  /// The whole and the part that is counted.
  private let projects: [Int32: Project]
  private let breakdown: LineBreakdown
  private let panel: Panel
  private let lastDigit: Money
  /// What each project has had up to the year before; nil for one that is on several lines.
  private let spent: [Int32: Money?]

  init(
    _ dataset: Dataset, _ breakdown: LineBreakdown, _ panel: Panel, year: FiscalYear,
    lastDigit: Money
  ) {
    self.year = year
    self.breakdown = breakdown
    self.panel = panel
    self.lastDigit = lastDigit
    projects = dataset.projects
    var spent: [Int32: Money?] = [:]
    for line in breakdown.lines {
      for project in breakdown.members(of: line) {
        let own = Self.spent(breakdown, panel, line, project, before: year)
        spent[project] = spent[project] == nil ? own : .some(nil)
      }
    }
    self.spent = spent
  }

  struct Costing: Hashable {
    let amount: Money
    /// The years over which the rest of the total is spread; nil where it is none.
    let years: Int?
  }

  /// Nothing before the first year and after the last. A project that has a total and a last year
  /// gets the rest of the total in equal parts; of others the list does not say what they cost.
  func of(_ project: Int32) -> Costing? {
    guard let it = projects[project] else { return nil }
    if it.fromYear.map({ year < $0 }) ?? false { return Costing(amount: .zero, years: nil) }
    guard let end = it.toYear else { return nil }
    if end < year { return Costing(amount: .zero, years: nil) }
    guard let total = it.total, let had = spent[project, default: .zero] else { return nil }
    let years = end.number - year.number + 1
    let rest = max(.zero, total - had)
    let part = Double(rest.cents) / Double(years)
    return Costing(amount: part.rounded(to: lastDigit), years: years)
  }

  /// What a line has had of a project before a year: the outturn, failing that the revised budget,
  /// failing that the budget.
  private static func spent(
    _ breakdown: LineBreakdown, _ panel: Panel, _ line: Int, _ project: Int32,
    before year: FiscalYear
  ) -> Money {
    panel.years.filter { $0 < year }.reduce(.zero) { sum, past in
      let newest = [Stage.outturn, .revised, .budget].lazy.compactMap {
        breakdown.amount(line, project, $0, past)
      }.first
      return sum + (newest ?? .zero)
    }
  }
}
