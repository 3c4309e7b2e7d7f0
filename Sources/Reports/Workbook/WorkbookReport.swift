import Analytics
import Spreadsheets

/// `report.xlsx`: a run's tables as a planner uses them.
public struct WorkbookReport: Sendable {
  public static let title = Bilingual(zh: "工作簿", en: "Workbook")

  /// The workbook as a value; whoever owns files writes it.
  public let workbook: Workbook

  public init(_ contents: RunContents, limits: WorkbookLimits = WorkbookLimits()) {
    let context = WorkbookContext(contents, limits)
    workbook = WorkbookAssembly(context).workbook()
  }
}

/// The sheets in their order, and what refers from one to another.
private struct WorkbookAssembly {
  let context: WorkbookContext
  private let draft: BuiltSheet?
  private let rolling: BuiltSheet?
  private let execution: BuiltSheet?
  private let yearOnYear: BuiltSheet?
  private let history: BuiltSheet?
  private let bridge: BuiltSheet?
  private let forecasts: BuiltSheet?
  /// Sheets that show a table as it is, with its title.
  private let plain: [(sheet: Worksheet, title: String)]

  init(_ context: WorkbookContext) {
    self.context = context
    let nodes = NodeSheets(context: context)
    draft = context.contents.table("forecast/draft").map {
      DraftSheet(context: context, table: $0).built()
    }
    let built = nodes.built([
      nodes.rolling(), nodes.execution(), nodes.yearOnYear(), nodes.history(), nodes.bridge(),
      nodes.forecasts(),
    ])
    (rolling, execution, yearOnYear) = (built[0], built[1], built[2])
    (history, bridge, forecasts) = (built[3], built[4], built[5])
    plain = WorkbookWording.plainTables.compactMap { name, title in
      context.contents.table(name).map { table in
        (PlainSheets.sheet(table, title, context), context(table.title))
      }
    }
  }

  func workbook() -> Workbook {
    let chartData = ChartDataSheet(context, history: history, forecasts: forecasts, bridge: bridge)
    let main = [draft, rolling, execution, yearOnYear, bridge, history, forecasts]
      .compactMap { $0?.sheet }
    let explorer = explorer
    let notes = NotesSheet(context: context, names: names).worksheet()
    let chartSheet = chartData.worksheet()
    let rest = [notes, chartSheet].compactMap { $0 }
    let findings = context(WorkbookWording.findings)
    let summary = SummarySheet(
      context: context, execution: execution, draft: draft,
      findings: plain.map(\.sheet).first { $0.name == findings }, chartData: chartData,
      contents: entries(main + [explorer].compactMap { $0 })
        + plain.map { ($0.sheet.name, $0.title) } + entries(rest)
    ).worksheet()
    var book = Workbook(
      title: context.title,
      sheets: [summary] + main + [explorer].compactMap { $0 } + plain.map(\.sheet) + rest)
    book.subject = context(WorkbookReport.title)
    book.font = context.language == .chinese ? "微软雅黑" : "Calibri"
    book.names = names
    return book
  }

  private var explorer: Worksheet? {
    guard let history, let forecasts else { return nil }
    return ExplorerSheet(context: context, history: history, forecasts: forecasts).worksheet()
  }

  /// Sheets whose first cell is their title.
  private func entries(_ sheets: [Worksheet]) -> [(sheet: String, title: String)] {
    sheets.map { sheet in
      guard case .text(let title) = sheet[CellPlace(row: 0, column: 0)].content else {
        return (sheet.name, "")
      }
      return (sheet.name, title)
    }
  }

  /// Names for formulas of the planner's own.
  private var names: [DefinedName] {
    func total(_ sheet: BuiltSheet?, _ column: String) -> String? {
      sheet?.reference(sheet?.grid.outline.total, column)?.text
    }
    let candidates: [(String, String?)] = [
      ("budget_total", total(execution, "budget")),
      ("control_total", total(draft, "control")),
      (
        "draft_input",
        draft.flatMap { $0.cells(of: "draft", rows: 0...($0.grid.outline.rows.count - 1)) }
      ),
      ("draft_total", total(draft, "figure")),
      ("outturn_total", total(execution, "outturn")),
      ("revised_total", total(execution, "revised")),
    ]
    return candidates.compactMap { name, cells in cells.map { DefinedName(name, $0) } }
  }
}
