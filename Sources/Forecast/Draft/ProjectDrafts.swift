import Analytics

/// The projects of lines in the draft.
struct ProjectDrafts {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  func rows(_ line: Int) -> [DraftRow] {
    let members = draft.projects.members(of: line)
    let all = Set(members)
    let tree = draft.projects.members.tree
    let tops = members.filter { all.isDisjoint(with: tree.ancestors(of: $0)) }
    return (tops + (draft.beginning[line] ?? []).filter { !all.contains($0) }).map {
      row(line, $0)
    }
  }

  private func row(_ line: Int, _ project: Int32) -> DraftRow {
    let members = draft.projects.members
    var key = draft.key(line)
    key.kind = .project
    key.project = members.code(project)
    key.projectName = members.name(project)
    var row = draft.row(key) { draft.projects.amount(line, project, $0, $1) }
    guard let costing = draft.costing.of(project) else { return row }
    row.costing = costing.amount
    row.basis = .costing
    if let years = costing.years { row.notes.append(.restOfTotal(years: years)) }
    if draft.beginning[line]?.contains(project) ?? false {
      row.notes.append(.projectBegins(key.projectName))
      row.parts.projectChange = costing.amount
    }
    if let end = draft.sources.dataset.projects[project]?.toYear, end < draft.year {
      row.notes.append(.projectEnds(key.projectName, end))
      if let budget = row.budget, budget != .zero { row.parts.projectChange = -budget }
    }
    row.lead(from: row.budget)
    return row
  }
}
