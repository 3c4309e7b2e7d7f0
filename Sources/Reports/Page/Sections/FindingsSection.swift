extension Section {
  /// What does not tie out.
  static func findings(_ data: PageData) -> Section? {
    guard let table = data.contents.table("findings") else { return nil }
    var blocks: [Block] = [.paragraph(PageWording.findingsLead)]
    if data.findings.isEmpty {
      blocks = [.paragraph(PageWording.noFindings)]
    } else {
      blocks.append(.table(TableView(table, columns: findingColumns)))
    }
    if let figures = data.contents.table("figures") {
      blocks.append(
        .details(
          figures.title,
          [
            .table(
              TableView(
                figures,
                columns: [
                  "figure", "measure", "printed", "recomputed", "difference", "bound", "verdict",
                  "section",
                ]))
          ]))
    }
    return Section(id: "findings", title: PageWording.findingsTitle, blocks: blocks)
  }

  static let findingColumns = [
    "severity", "message", "expected", "found", "difference", "repair_value", "source",
  ]
}
