extension Section {
  /// Next year's draft and the rolling plan.
  static func plan(_ data: PageData) -> Section? {
    var blocks: [Block] = []
    if let draft = data.contents.table("forecast/draft") {
      blocks.append(.paragraph(PageWording.draftLead))
      blocks.append(.table(TableView(draft, columns: draftColumns)))
    }
    if let rolling = data.contents.table("forecast/rolling") {
      blocks.append(.details(rolling.title, [.table(TableView(rolling).withoutCodes)]))
    }
    guard !blocks.isEmpty else { return nil }
    return Section(id: "plan", title: PageWording.planTitle, blocks: blocks)
  }

  private static let draftColumns = [
    "unit_name", "subject_name", "kind", "project_name", "budget", "estimate", "costing",
    "reference", "control", "draft", "change_on_budget", "change_pct", "basis",
    "note",
  ]
}
