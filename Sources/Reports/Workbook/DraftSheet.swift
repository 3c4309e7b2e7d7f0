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
      notes: [context(WorkbookWording.draftHint)] + omission(rows), outline: rows.outline,
      labelHeadings: headings.map { context($0) }, columns: columns(rows), tables: [rows.table]
    ).built()
    addInput(to: &built)
    built.sheet.tab = Palette.orange
    return built
  }

  /// Says which lines have rows, where not all have.
  private func omission(_ rows: DraftRows) -> [String] {
    rows.shownLines.map {
      [context(WorkbookWording.draftOmitted(shown: $0, in: "\(table.name).csv"))]
    } ?? []
  }

  /// The year after the newest budget.
  private var draftYear: String {
    context.newestYear(.budget).map { String($0.number + 1) } ?? ""
  }

  private func columns(_ rows: DraftRows) -> [OutlineColumn] {
    let make = ColumnMaker(context: context, table: rows.table)
    let known = ["previous_outturn", "budget", "revised", "estimate"].map { make($0, .sum) }
    let steps = [
      "less_one_off", "full_year", "headcount", "standard", "policy", "project_change",
    ].map { make($0, .sum, outline: 1) }
    let expected =
      ["costing", "reference"].map { make($0, .sum) }
      + ["lo80", "hi80"].map { make($0, outline: 1) }
    let input = ["request", "control", "draft"].map { name in
      var column = make(name, .sum)
      column?.isInput = name != "control"
      column?.isKept = true
      return column
    }
    let results = [
      make("figure", .first(rows.figures)),
      make("over_control", .excess("figure", over: "control")),
      make("change_on_budget", .differenceOfBoth("figure", "budget")),
      make("change_pct", .growth("figure", from: "budget")), make("basis"), make("note"),
    ]
    return (known + steps + expected + input + results).compactMap { $0 }.readingEachOther
  }

  /// What may be typed, and what stands out: what is above its ceiling, or has a line that is.
  private func addInput(to built: inout BuiltSheet) {
    let grid = built.grid
    for column in grid.columns.indices where grid.columns[column].isInput {
      for rows in inputRows(grid.outline) {
        let range = CellRange(
          grid.place(rows.lowerBound, column), grid.place(rows.upperBound, column))
        built.sheet.inputRules.append(rule(range, grid.columns[column].heading))
      }
    }
    guard let excess = grid.columnPlace("over_control") else { return }
    let last = grid.outline.rows.count - 1
    for column in ["draft", "figure"].compactMap(grid.columnPlace) {
      built.sheet.highlights.append(
        Highlight(
          CellRange(grid.place(0, column), grid.place(last, column)),
          formula: "N($\(grid.place(0, excess).name))>0", ink: Palette.red, fill: Palette.paleRed))
    }
  }

  private func rule(_ range: CellRange, _ heading: String) -> InputRule {
    InputRule(
      range, .number(-largest, largest), promptTitle: heading,
      prompt: context(WorkbookWording.draftPrompt), errorTitle: heading,
      error: context(WorkbookWording.draftError))
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
