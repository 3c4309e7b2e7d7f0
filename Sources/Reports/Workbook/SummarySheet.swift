import Analytics
import Spreadsheets

/// One page: the totals by year, the draft, the findings, three charts and a list of the sheets.
struct SummarySheet {
  let context: WorkbookContext
  let execution: BuiltSheet?
  let draft: BuiltSheet?
  let findings: Worksheet?
  let chartData: ChartDataSheet
  /// The sheets that it leads to, with what is on them.
  let contents: [(sheet: String, title: String)]

  var name: String { context(WorkbookWording.summary) }

  func worksheet() -> Worksheet {
    var sheet = Worksheet(name: name)
    sheet.columns = [SheetColumn(width: 15)] + Array(repeating: SheetColumn(width: 14), count: 7)
    sheet.rows = [
      SheetRow([SheetCell(.text(context.title), Palette.title)], height: 26),
      SheetRow([SheetCell(.text(context.amountUnit), Palette.subtitle)]), SheetRow(),
    ]
    let totals = SummaryTotals(context, execution, firstRow: sheet.rows.count + 2)
    section(WorkbookWording.totals, &sheet)
    sheet.rows += totals.rows
    sheet.rows.append(SheetRow())
    addDraft(to: &sheet)
    addFindings(to: &sheet)
    addCharts(totals, to: &sheet)
    section(WorkbookWording.contentsHeading, &sheet)
    for entry in contents {
      sheet.rows.append(
        SheetRow([
          SheetCell(.link(entry.sheet, sheet: entry.sheet), Palette.link), .empty,
          SheetCell(.text(entry.title), Palette.text(CellStyle())),
        ]))
    }
    sheet.tab = Palette.navy
    sheet.print.isLandscape = false
    sheet.print.isOnePage = true
    context.setEnds(of: &sheet.print)
    return sheet
  }

  private func section(_ title: Bilingual, _ sheet: inout Worksheet) {
    let blanks = Array(repeating: SheetCell(.blank, Palette.section), count: 7)
    sheet.rows.append(
      SheetRow([SheetCell(.text(context(title)), Palette.section)] + blanks, height: 20))
  }

  /// The draft's totals, which follow what is typed on its sheet.
  private func addDraft(to sheet: inout Worksheet) {
    guard let draft else { return }
    section(WorkbookWording.draftTotals, &sheet)
    let columns = ["budget", "control", "figure", "over_control", "change_on_budget", "change_pct"]
    let found = columns.compactMap { id -> (String, SheetCell)? in
      guard let place = draft.grid.columnPlace(id),
        let figure = draft.reference(draft.grid.outline.total, id)
      else { return nil }
      let column = draft.grid.columns[place]
      return (
        column.heading,
        CellMaking.formula(figure.text, figure.value, column.kind, Palette.body, context)
      )
    }
    sheet.rows.append(
      SheetRow([.empty] + found.map { SheetCell(.text($0.0), Palette.heading) }, height: 30))
    let label = SheetCell(.text(context(WorkbookWording.total)), Palette.text(Palette.body))
    sheet.rows += [SheetRow([label] + found.map(\.1)), SheetRow()]
  }

  /// How many findings of each severity their sheet shows, counted there.
  private func addFindings(to sheet: inout Worksheet) {
    guard let findings, let filter = findings.filter else { return }
    section(WorkbookWording.findingCounts, &sheet)
    let words = Finding.Severity.allCases.map { context(CodeWording.severity($0)) }
    let rows = (filter.first.row + 1)...filter.last.row
    let cells = CellRange(rows: rows, column: 1)
    let counts = words.map { word -> SheetCell in
      let count = rows.count { row in
        findings[CellPlace(row: row, column: 1)].content == .text(word)
      }
      let text = "COUNTIF(\(cells.fixedName(in: findings.name)),\"\(word)\")"
      return CellMaking.formula(text, PrintedNumber(count), .integer, Palette.body, context)
    }
    sheet.rows.append(
      SheetRow([.empty] + words.map { SheetCell(.text($0), Palette.heading) }, height: 18))
    sheet.rows += [
      SheetRow(
        [SheetCell(.text(context(WorkbookWording.findings)), Palette.text(Palette.body))] + counts),
      SheetRow(),
    ]
  }

  private func addCharts(_ totals: SummaryTotals, to sheet: inout Worksheet) {
    var row = sheet.rows.count
    let columns = totals.chart(on: name)
    let fan = chartData.fan.map {
      $0.chart(
        .text(context(WorkbookWording.fanTitle)), on: chartData.name, isScaled: true, context)
    }
    let upper = [columns, fan].compactMap { $0 }
    let width = upper.count == 2 ? pageWidth / 2 - 4 : pageWidth
    for (place, chart) in upper.enumerated() {
      sheet.charts.append(
        PlacedChart(
          chart, at: CellPlace(row: row, column: place * 4), width: width, height: chartHeight))
    }
    if !upper.isEmpty { row += chartRows }
    if let waterfall = chartData.waterfall {
      sheet.charts.append(
        PlacedChart(
          waterfall.chart(on: chartData.name, context), at: CellPlace(row: row, column: 0),
          width: pageWidth, height: chartHeight))
      row += chartRows
    }
    while sheet.rows.count < row { sheet.rows.append(SheetRow()) }
  }
}

/// In pixels: the columns of the summary together.
private let pageWidth = 844
private let chartHeight = 270
/// Rows of 20 pixels that a chart covers, and one between.
private let chartRows = 15
