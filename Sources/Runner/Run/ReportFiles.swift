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
  static let all = [workbook]

  private static let workbook = ReportFile(
    name: "report.xlsx", title: WorkbookReport.title
  ) { contents, folder in
    let workbook = WorkbookReport(contents).workbook
    try folder.write("report.xlsx", at: { try workbook.write(to: $0, scratch: folder.path) })
  }
}
