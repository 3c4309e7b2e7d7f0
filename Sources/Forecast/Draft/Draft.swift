import Analytics

/// Next year's draft, line by line, with the kinds and projects that the accounts break lines down
/// to.
public struct Draft: Sendable {
  /// The drafted year: the first without a budget.
  public let year: FiscalYear
  /// The year before it, whose budget is adopted.
  let current: FiscalYear
  /// The stage that is drafted.
  let stage: Stage
  let sources: DraftSources
  let kinds: LineBreakdown
  let projects: LineBreakdown
  let costing: ProjectCosting
  let controls: ControlFigures
  /// The projects of the list that begin in the drafted year, by line.
  let beginning: [Int: [Int32]]

  /// - Returns: Nil where there is no year to draft.
  public init?(_ sources: DraftSources) {
    let panel = sources.nodes.panel
    guard let current = Bridge(sources.nodes).currentYear, let year = current.next else {
      return nil
    }
    self.sources = sources
    self.current = current
    self.year = year
    stage = panel.stages.contains(.budget) ? .budget : panel.stages.last ?? .outturn
    let accounts = sources.dataset.accounts
    kinds = LineBreakdown(.kind, of: accounts, panel: panel)
    projects = LineBreakdown(.project, of: accounts, panel: panel)
    costing = ProjectCosting(
      sources.dataset, projects, panel, year: year,
      lastDigit: sources.dataset.lastForecastDigit)
    controls = ControlFigures(
      sources.dataset.ceilings, sources.nodes, sources.projection, stage, year,
      lastDigit: sources.dataset.lastForecastDigit)
    beginning = Self.beginning(in: year, sources.dataset, panel)
  }

  /// By line, in code order; a project on a line that is not there yet has none.
  private static func beginning(
    in year: FiscalYear, _ dataset: Dataset, _ panel: Panel
  ) -> [Int: [Int32]] {
    var found: [Int: [Int32]] = [:]
    let members = dataset.accounts[.project]
    let starting = dataset.projects.filter { $1.fromYear == year }
    for project in members.sorted(starting.keys)
    where members.tree.ancestors(of: project).allSatisfy({ starting[$0] == nil }) {
      let unit = starting[project]?.unit.flatMap(panel.units.codes.find)
      let subject = starting[project]?.subject.flatMap(panel.subjects.codes.find)
      let line = panel.lines.firstIndex { $0.unit == unit && $0.subject == subject }
      if let line { found[line, default: []].append(project) }
    }
    return found
  }

  /// The rows by unit, subject, kind and project; the line itself before its kinds and projects.
  public func forEach(_ body: (DraftRow) throws -> Void) rethrows {
    let (lines, kinds, projects) = (LineDrafts(self), KindDrafts(self), ProjectDrafts(self))
    for line in sources.nodes.panel.lines.indices {
      let whole = lines.row(line)
      let parts = kinds.rows(line, whole) + projects.rows(line)
      let rows = parts.isEmpty ? [whole] : ([whole] + parts).sorted(by: Self.precedes)
      for row in rows where !row.isEmpty { try body(row) }
    }
  }

  /// By kind, then project, the blank ones first.
  private static func precedes(_ a: DraftRow, _ b: DraftRow) -> Bool {
    func key(_ row: DraftRow) -> (String, String) {
      (row.key.kind?.rawValue ?? "", row.key.project ?? "")
    }
    let (one, two) = (key(a), key(b))
    if one.0 != two.0 { return one.0.utf8.lexicographicallyPrecedes(two.0.utf8) }
    return one.1.utf8.lexicographicallyPrecedes(two.1.utf8)
  }

  /// The key of a line's own row.
  func key(_ line: Int) -> DraftRow.Key {
    let panel = sources.nodes.panel
    let it = panel.lines[line]
    return DraftRow.Key(
      unit: panel.units.code(it.unit), unitName: panel.units.name(it.unit),
      subject: panel.subjects.code(it.subject), subjectName: panel.subjects.name(it.subject))
  }

  /// A row with the known amounts of last year and this.
  ///
  /// - Parameter amount: Of what the row is about, at a stage and year.
  func row(_ key: DraftRow.Key, _ amount: (Stage, FiscalYear) -> Money?) -> DraftRow {
    var row = DraftRow(key)
    row.previousOutturn = current.previous.flatMap { amount(.outturn, $0) }
    row.budget = amount(.budget, current)
    row.revised = amount(.revised, current)
    row.estimate = amount(.outturn, current)
    if let control = controls.of(key) {
      row.control = control.amount
      if let reason = control.reason { row.notes.append(.reason(reason)) }
    }
    return row
  }
}
