import Analytics

/// A line's own row of the draft.
struct LineDraft {
  private let draft: Draft
  private let line: Int
  private let prediction: Prediction?
  /// What the regression expects of a line whose forecast is its costing.
  private let reference: Reference?

  init(_ draft: Draft, _ line: Int) {
    self.draft = draft
    self.line = line
    prediction = draft.sources.projection.prediction(line, draft.stage, draft.year)
    reference = draft.sources.projection.references.of(line, draft.stage, draft.year)
  }

  private var sources: DraftSources { draft.sources }
  private var lastDigit: Money { sources.dataset.lastForecastDigit }

  var row: DraftRow {
    var row = draft.row(draft.key(line)) { sources.nodes.cell(line, $0, $1).money }
    if row.estimate == nil {
      row.estimate = sources.projection.mean(line, .outturn, draft.current)
    }
    setReference(&row)
    setParts(&row)
    row.costing = staffCosting ?? projectCosting(row.budget)
    row.basis = row.costing != nil ? .costing : row.reference != nil ? .reference : nil
    row.notes += notes
    return row
  }

  /// What people, rates and standards come to.
  private var staffCosting: Money? {
    reference == nil ? nil : prediction?.base.rounded(to: lastDigit)
  }

  /// The forecast without costing, and without ceilings where they have moved it.
  private func setReference(_ row: inout DraftRow) {
    guard let prediction else { return }
    if let reference {
      row.reference = reference.mean.rounded(to: lastDigit)
      row.limits = reference.limits
      return
    }
    let isMoved = abs(prediction.constrained - prediction.reconciled) >= Double(lastDigit.cents) / 2
    row.reference = isMoved ? prediction.reconciled.rounded(to: lastDigit) : prediction.mean
    let shift = Double(row.reference!.cents - prediction.mean.cents)
    row.limits = isMoved ? prediction.limits.shifted(by: shift) : prediction.limits
  }

  // MARK: What is known of the change

  private func setParts(_ row: inout DraftRow) {
    let steps = prediction.map(sources.projection.explanations.steps) ?? []
    func sum(_ wanted: [Step]) -> Money? {
      let found = steps.filter { wanted.contains($0.step) }
      return found.isEmpty ? nil : found.reduce(.zero) { $0 + $1.amount }
    }
    row.parts.lessOneOff = sum([.oneOff, .timing]) ?? oneOff
    row.parts.fullYear = sum([.fullYear])
    row.parts.headcount = sum([.headcount])
    row.parts.standard = sum([.rate, .progression])
    let policy = sum([.known]).map { $0 + endingMoney }
    row.parts.policy = policy == .zero ? nil : policy
    let new = beginning.compactMap { draft.costing.of($0)?.amount }.reduce(.zero, +)
    if new != .zero || endingMoney != .zero { row.parts.projectChange = new - endingMoney }
  }

  /// What this year's newest figure contains and will not recur.
  private var oneOff: Money? {
    let newest = [Stage.outturn, .revised, .budget].first {
      sources.nodes.cell(line, $0, draft.current).money != nil
    }
    return newest.flatMap { sources.base.change(line, $0, draft.current)?.amount }
  }

  // MARK: Projects

  private func money(_ project: Int32) -> Money {
    draft.projects.amount(line, project, draft.stage, draft.current) ?? .zero
  }

  private var ending: [KnownChanges.Ending] {
    sources.changes.ending(line, from: draft.current, before: draft.year)
  }

  /// The projects that begin; they are not in this year's budget.
  private var beginning: [Int32] {
    (draft.beginning[line] ?? []).filter { money($0) == .zero }
  }

  /// What this year's budget has of projects that end with it.
  private var endingMoney: Money { ending.reduce(.zero) { $0 + money($1.project) } }

  /// The costings of the line's projects, where they make up all of its budget and all have one.
  private func projectCosting(_ budget: Money?) -> Money? {
    let budgeted = draft.projects.tops(line, draft.stage, draft.current)
    guard let budget, !budgeted.isEmpty, budgeted.reduce(.zero, { $0 + money($1) }) == budget
    else { return nil }
    var sum = Money.zero
    for project in budgeted + beginning {
      guard let costing = draft.costing.of(project) else { return nil }
      sum = sum + costing.amount
    }
    return sum
  }

  /// Those that have moved the forecast; a control figure of the line is told of already.
  private var ceilings: [Ceiling] {
    guard let prediction else { return [] }
    let key = draft.key(line)
    return sources.projection.ceilings(moving: prediction, sources.nodes).filter {
      $0.rule == .atLeast || $0.unit != key.unit || $0.subject != key.subject
    }
  }

  private var notes: [DraftNote] {
    let growth = sources.changes.reasons(line, draft.stage, draft.year)
    let status = prediction.map(\.status).flatMap { $0.needsNote ? $0 : nil }
    return growth.map(DraftNote.reason) + ceilings.map(DraftNote.ceiling)
      + ending.map { .projectEnds($0.name, $0.lastYear) }
      + beginning.map { .projectBegins(draft.projects.members.name($0)) }
      + (status.map { [.status($0)] } ?? [])
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
