import Analytics
import Spreadsheets

/// Next year's draft: what the planner fills in, with the ceiling beside it and everything that
/// follows from it as formulas.
struct DraftSheet {
  let context: WorkbookContext
  let table: Table

  func built() -> BuiltSheet {
    let rows = DraftRows(table, context)
    let headings = [
      WorkbookWording.unitHeading, WorkbookWording.subjectHeading, WorkbookWording.kindHeading,
      WorkbookWording.projectHeading, WorkbookWording.nameHeading,
    ]
    var built = OutlineSheet(
      context: context, name: context(WorkbookWording.draft),
      title: context(WorkbookWording.draftTitle(draftYear)),
      notes: [context(WorkbookWording.draftHint)], outline: rows.outline, key: DraftRows.key,
      labelHeadings: headings.map { context($0) }, columns: columns, tables: [rows.table]
    ).built()
    addInput(to: &built)
    built.sheet.tab = Palette.orange
    return built
  }

  /// The year after the newest budget.
  private var draftYear: String {
    context.newestYear(.budget).map { String($0.number + 1) } ?? ""
  }

  private var columns: [OutlineColumn] {
    let make = ColumnMaker(context: context, table: table)
    let known = ["previous_outturn", "budget", "revised", "estimate"].map { make($0, .sum) }
    let steps = [
      "less_one_off", "full_year", "headcount", "standard", "policy", "project_change",
    ].map { make($0, .sum, outline: 1) }
    let limits =
      ["costing", "reference"].map { make($0, .sum) }
      + ["lo80", "hi80"].map { make($0, outline: 1) }
    var draft = make("draft", .sum)
    draft?.isInput = true
    let results = [
      make("request", .sum), make("control", .sum), draft,
      make("over_control", .excess("draft", over: "control")),
      make("change_on_budget", .difference("draft", "budget")),
      make("change_pct", .growth("draft", from: "budget")), make("basis"), make("note"),
    ]
    return (known + steps + limits + results).compactMap { $0 }.readingEachOther
  }

  /// What may be typed, and what stands out: a draft above its ceiling.
  private func addInput(to built: inout BuiltSheet) {
    let grid = built.grid
    guard let draft = grid.columnPlace("draft"), !grid.outline.rows.isEmpty else { return }
    for rows in inputRows(grid.outline) {
      let range = CellRange(grid.place(rows.lowerBound, draft), grid.place(rows.upperBound, draft))
      built.sheet.inputRules.append(
        InputRule(
          range, .number(-largest, largest), promptTitle: context(WorkbookWording.draft),
          prompt: context(WorkbookWording.draftPrompt),
          errorTitle: context(WorkbookWording.draft),
          error: context(WorkbookWording.draftError)))
    }
    guard let control = grid.columnPlace("control") else { return }
    let (first, limit) = (grid.place(0, draft), grid.place(0, control))
    let (own, other) = ("\(first.name)", "\(limit.name)")
    built.sheet.highlights.append(
      Highlight(
        CellRange(first, grid.place(grid.outline.rows.count - 1, draft)),
        formula: "AND(ISNUMBER(\(other)),\(own)>\(other))", ink: Palette.red,
        fill: Palette.paleRed))
  }

  /// Runs of lines, which are for input.
  private func inputRows(_ outline: Outline) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for (place, row) in outline.rows.enumerated() where row.rank == .line {
      if let last = runs.last, last.upperBound + 1 == place {
        runs[runs.count - 1] = last.lowerBound...place
      } else {
        runs.append(place...place)
      }
    }
    return runs
  }
}

/// No budget is larger, in any unit.
private let largest = 1e15
