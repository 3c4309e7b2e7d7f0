import Reports
import Spreadsheets

/// Something that people read and that a run's tables become: a file, or a folder of files.
struct ReportFile: Sendable {
  /// Its path in the run's folder, as it is listed for the user.
  let name: String
  let title: Bilingual
  /// Writes it into a folder, under its name.
  let write: @Sendable (RunContents, RunFolder) throws -> Void

  /// What `run` and `report` write, in the order in which it is listed.
  static let all = [page, workbook, narrative, draft]

  private static let page = ReportFile(
    name: "report.html", title: Bilingual(zh: "分析报告（网页，可打印）", en: "Report, for screen and paper")
  ) { contents, folder in
    let page = Page(contents)
    try folder.write("report.html") { sink in
      try page.write(to: &sink) { Digest.base64(of: $0) }
    }
  }

  private static let workbook = ReportFile(
    name: "report.xlsx", title: WorkbookReport.title
  ) { contents, folder in
    let workbook = WorkbookReport(contents).workbook
    try folder.write("report.xlsx", at: { try workbook.write(to: $0, scratch: folder.path) })
  }

  private static let narrative = ReportFile(
    name: "narrative.md", title: Bilingual(zh: "决算情况说明", en: "Explanatory notes")
  ) { contents, folder in
    try folder.write("narrative.md") { try $0.write(Array(Narrative(contents).text.utf8)) }
  }

  private static let draft = ReportFile(
    name: "draft.md", title: Bilingual(zh: "预算草案：测算与依据", en: "Draft budget: costing and reasons")
  ) { contents, folder in
    try folder.write("draft.md") { try $0.write(Array(DraftNarrative(contents).text.utf8)) }
  }
}
