import Analytics
import Spreadsheets

/// One line at a time: the planner chooses it from a list, and its history, its forecasts and a
/// fan chart follow.
struct ExplorerSheet {
  let context: WorkbookContext
  let history: BuiltSheet
  let forecasts: BuiltSheet

  /// The row of the choice, and the one of its number in the list.
  private static let choiceRow = 3
  private static let tableRow = 6
  /// Where the list stands, right of everything that is printed.
  private static let listColumn = 13

  func worksheet() -> Worksheet? {
    let rows = history.grid.outline.rows
    guard let first = rows.firstIndex(where: { $0.entry != nil }) else { return nil }
    let fan = fan(first)
    guard !fan.years.isEmpty else { return nil }
    var sheet = Worksheet(name: context(WorkbookWording.explorer))
    sheet.columns =
      Array(repeating: SheetColumn(width: 13), count: 12)
      + [SheetColumn(width: 3), SheetColumn(width: 40)]
    let labels = self.labels
    sheet.rows = head(first, labels)
    sheet.rows += fan.rows(context).enumerated().map { place, cells in
      SheetRow(cells, height: place == 0 ? 30 : nil)
    }
    add(labels, to: &sheet)
    addChoice(to: &sheet)
    let title = SheetChart.Title.cell(
      CellRange(choice, choice).fixedName(in: sheet.name))
    sheet.charts = [
      PlacedChart(
        fan.chart(title, on: sheet.name, isScaled: false, context),
        at: CellPlace(row: ExplorerSheet.tableRow + fan.years.count + 2, column: 0), width: 1_000,
        height: 20 * chartRows)
    ]
    sheet.print.isOnePage = true
    let lastRow = ExplorerSheet.tableRow + fan.years.count + 2 + chartRows
    sheet.print.area = CellRange(rows: 0...lastRow, columns: 0...10)
    context.setEnds(of: &sheet.print)
    return sheet
  }

  private var choice: CellPlace { CellPlace(row: ExplorerSheet.choiceRow, column: 1) }
  private var number: CellPlace { CellPlace(row: ExplorerSheet.choiceRow + 1, column: 1) }

  private func head(_ first: Int, _ labels: [String]) -> [SheetRow] {
    let label = { (text: Bilingual) in
      SheetCell(.text(context(text)), Palette.with(Palette.prose) { $0.isBold = true })
    }
    let chosen = Palette.input(Palette.text(Palette.body))
    return [
      SheetRow(
        [SheetCell(.text(context(WorkbookWording.explorerTitle)), Palette.title)], height: 24),
      SheetRow([SheetCell(.text("\(context.title)　　\(context.amountUnit)"), Palette.subtitle)]),
      SheetRow([SheetCell(.text(context(WorkbookWording.explorerHint)), Palette.subtitle)]),
      SheetRow([label(WorkbookWording.choice), SheetCell(.text(labels[first]), chosen)]),
      SheetRow([
        label(WorkbookWording.choiceNumber),
        SheetCell(
          .formula(
            "MATCH(\(choice.fixedName),\(list.fixedName),0)", cached: .number(Double(first + 1))),
          Palette.with(Palette.body) { $0.alignment = .left }),
      ]), SheetRow(),
    ]
  }

  /// `101 · 2010301 行政运行`: what the list shows for each row; no two are the same.
  private var labels: [String] {
    var seen: Set<String> = []
    return history.grid.outline.rows.enumerated().map { place, row in
      let codes = [row.labels[1], row.labels[2]].filter { !$0.isEmpty }.joined(separator: " · ")
      let name = row.labels[3] == codes ? "" : row.labels[3]
      let text = [codes, name].filter { !$0.isEmpty }.joined(separator: " ")
      let level = seen.contains(text) ? "\(text)（\(row.labels[0])）" : text
      let unique = seen.contains(level) ? "\(level) #\(place + 1)" : level
      seen.insert(unique)
      return String(unique.prefix(200))
    }
  }

  private var list: CellRange {
    let count = history.grid.outline.rows.count
    return CellRange(rows: 0...(count - 1), column: ExplorerSheet.listColumn)
  }

  /// The list that is chosen from.
  private func add(_ labels: [String], to sheet: inout Worksheet) {
    let style = Palette.with(Palette.text(CellStyle())) {
      $0.size = 8; $0.ink = Palette.grey
    }
    for (row, label) in labels.enumerated() {
      if row == sheet.rows.count { sheet.rows.append(SheetRow()) }
      let missing = ExplorerSheet.listColumn - sheet.rows[row].cells.count
      sheet.rows[row].cells += Array(repeating: .empty, count: missing)
      sheet.rows[row].cells.append(SheetCell(.text(label), style))
    }
  }

  private func addChoice(to sheet: inout Worksheet) {
    sheet.inputRules = [
      InputRule(
        CellRange(choice, choice), .list(list.fixedName),
        promptTitle: context(WorkbookWording.explorer),
        prompt: context(WorkbookWording.explorerHint),
        errorTitle: context(WorkbookWording.explorer),
        error: context(WorkbookWording.explorerError))
    ]
  }

  /// The fan of the row whose number is chosen; cached for the first.
  private func fan(_ first: Int) -> FanTable {
    func figure(_ sheet: BuiltSheet, _ column: String) -> FanTable.Figure? {
      let rows = sheet.grid.outline.rows.count
      guard let place = sheet.grid.columnPlace(column),
        let cells = sheet.cells(of: column, rows: 0...(rows - 1))
      else { return nil }
      let cell = "INDEX(\(cells),\(number.fixedName))"
      return ("IF(\(cell)=\"\",\"\",\(cell))", sheet.grid.number(first, place))
    }
    return FanTable(
      at: CellPlace(row: ExplorerSheet.tableRow, column: 0), context,
      history: { figure(history, $0) }, forecast: { figure(forecasts, $0) })
  }
}

/// Rows of 20 pixels that the chart covers.
private let chartRows = 20
