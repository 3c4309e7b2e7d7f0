import Analytics

/// The lines' own rows of the draft.
struct LineDrafts {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  /// A line, and what is forecast of it in the drafted year.
  private struct Line {
    let number: Int
    let prediction: Prediction?
    /// What the regression expects of a line whose forecast is its costing.
    let reference: Reference?
  }

  private var lastDigit: Money { draft.sources.dataset.lastForecastDigit }

  func row(_ number: Int) -> DraftRow {
    let projection = draft.sources.projection
    let line = Line(
      number: number, prediction: projection.predictions.of(number, draft.stage, draft.year),
      reference: projection.references.of(number, draft.stage, draft.year))
    var row = draft.row(draft.key(number)) { draft.sources.nodes.cell(number, $0, $1).money }
    if row.estimate == nil { row.estimate = projection.mean(number, .outturn, draft.current) }
    setReference(of: line, &row)
    setParts(of: line, &row)
    setCosting(of: line, &row)
    row.basis = row.costing != nil ? .costing : row.reference != nil ? .reference : nil
    row.notes += notes(line, row)
    return row
  }

  private func setCosting(of line: Line, _ row: inout DraftRow) {
    if let costing = staffCosting(line) {
      row.costing = costing
      row.lead(from: lastYear(line) ?? row.budget)
    } else if let costing = projectCosting(line.number, row.budget) {
      row.costing = costing
      row.lead(from: row.budget)
    }
  }

  private func steps(_ line: Line) -> [Explanations.Printed] {
    line.prediction.map(draft.sources.projection.explanations.steps) ?? []
  }

  /// The figure from which the forecast starts.
  private func lastYear(_ line: Line) -> Money? {
    steps(line).first { $0.step == .lastYear }?.amount
  }

  /// What people, rates and standards come to.
  private func staffCosting(_ line: Line) -> Money? {
    guard line.reference != nil, let prediction = line.prediction else { return nil }
    return draft.sources.projection.printed(prediction.base, of: prediction)
  }

  private func setReference(of line: Line, _ row: inout DraftRow) {
    guard let prediction = line.prediction else { return }
    let expected = draft.sources.projection.lineReference(prediction)
    row.reference = expected.amount
    row.limits = expected.limits
  }

  // MARK: What is known of the change

  private func setParts(of line: Line, _ row: inout DraftRow) {
    let steps = steps(line)
    func sum(_ wanted: [Step]) -> Money? {
      let found = steps.filter { wanted.contains($0.step) }
      return found.isEmpty ? nil : found.reduce(.zero) { $0 + $1.amount }
    }
    let ending = endingMoney(line.number)
    row.parts.lessOneOff = sum([.oneOff, .timing]) ?? oneOff(line.number)?.amount
    row.parts.fullYear = sum([.fullYear])
    row.parts.headcount = sum([.headcount])
    row.parts.standard = sum([.rate, .progression])
    let policy = sum([.known]).map { $0 + ending }
    row.parts.policy = policy == .zero ? nil : policy
    let new = beginning(line.number).compactMap { draft.costing.of($0)?.amount }.reduce(.zero, +)
    if new != .zero || ending != .zero { row.parts.projectChange = new - ending }
  }

  /// What this year's newest figure contains and will not recur.
  private func oneOff(_ line: Int) -> Normalisation.Change? {
    let newest = [Stage.outturn, .revised, .budget].first {
      draft.sources.nodes.cell(line, $0, draft.current).money != nil
    }
    return newest.flatMap { draft.sources.base.change(line, $0, draft.current) }
  }

  // MARK: Projects

  private func money(_ line: Int, _ project: Int32) -> Money {
    draft.projects.amount(line, project, draft.stage, draft.current) ?? .zero
  }

  private func ending(_ line: Int) -> [KnownChanges.Ending] {
    draft.sources.changes.ending(line, from: draft.current, before: draft.year)
  }

  /// The projects that begin; they are not in this year's budget.
  private func beginning(_ line: Int) -> [Int32] {
    (draft.beginning[line] ?? []).filter { money(line, $0) == .zero }
  }

  /// What this year's budget has of projects that end with it.
  private func endingMoney(_ line: Int) -> Money {
    ending(line).reduce(.zero) { $0 + money(line, $1.project) }
  }

  /// The costings of the line's projects, where they make up all of its budget and all have one.
  private func projectCosting(_ line: Int, _ budget: Money?) -> Money? {
    let budgeted = draft.projects.tops(line, draft.stage, draft.current)
    guard let budget, !budgeted.isEmpty, budgeted.reduce(.zero, { $0 + money(line, $1) }) == budget
    else { return nil }
    var sum = Money.zero
    for project in budgeted + beginning(line) {
      guard let costing = draft.costing.of(project) else { return nil }
      sum = sum + costing.amount
    }
    return sum
  }

  /// Those that have moved the forecast; a control figure of the line is told of already.
  private func ceilings(_ line: Line) -> [Ceiling] {
    guard let prediction = line.prediction else { return [] }
    let key = draft.key(line.number)
    return draft.sources.projection.ceilings(moving: prediction, draft.sources.nodes).filter {
      $0.rule == .atLeast || $0.unit != key.unit || $0.subject != key.subject
    }
  }

  /// What recurs of this year's outturn, where no budget tells what to expect.
  private func noBudget(_ line: Line, _ row: DraftRow) -> DraftNote? {
    guard row.figure == nil, let estimate = row.estimate, estimate != .zero else { return nil }
    let dataset = draft.sources.dataset
    let recurring = (estimate + (row.parts.lessOneOff ?? .zero))
      .printed(in: dataset.amountUnit, decimals: max(2, dataset.decimals))
    return .noBudget(
      recurring: recurring, isMiddle: oneOff(line.number)?.isInterval ?? false)
  }

  private func notes(_ line: Line, _ row: DraftRow) -> [DraftNote] {
    let growth = draft.sources.changes.reasons(line.number, draft.stage, draft.year)
    let status = line.prediction.map(\.status).flatMap { $0.needsNote ? $0 : nil }
    return growth.map(DraftNote.reason) + ceilings(line).map(DraftNote.ceiling)
      + ending(line.number).map { .projectEnds($0.name, $0.lastYear) }
      + beginning(line.number).map { .projectBegins(draft.projects.members.name($0)) }
      + (status.map { [.status($0)] } ?? [])
      + [noBudget(line, row)].compactMap(\.self)
  }
}

extension Status {
  /// Whether a planner must know it to read the line's figures.
  fileprivate var needsNote: Bool {
    switch self {
    case .pooled, .local, .sum, .staffing, .allZero, .constant: false
    default: true
    }
  }
}
