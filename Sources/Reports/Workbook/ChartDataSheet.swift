import Spreadsheets

/// The cells behind the charts of the summary, as formulas over the other sheets.
struct ChartDataSheet {
  let context: WorkbookContext
  let fan: FanTable?
  let waterfall: WaterfallTable?

  init(
    _ context: WorkbookContext, history: BuiltSheet?, forecasts: BuiltSheet?, bridge: BuiltSheet?
  ) {
    self.context = context
    let top = CellPlace(row: 2, column: 0)
    var fan: FanTable?
    if let history, let forecasts {
      func figure(_ sheet: BuiltSheet, _ column: String) -> FanTable.Figure? {
        sheet.reference(sheet.grid.outline.total, column).map { ($0.text, $0.value) }
      }
      let made = FanTable(
        at: top, context, history: { figure(history, $0) }, forecast: { figure(forecasts, $0) })
      if made.years.contains(where: \.isForecast) { fan = made }
    }
    self.fan = fan
    let below = CellPlace(row: fan.map { top.row + $0.years.count + 2 } ?? top.row, column: 0)
    waterfall = bridge.flatMap { WaterfallTable($0, at: below) }
  }

  var name: String { context(WorkbookWording.chartData) }

  /// Nil where nothing is drawn.
  func worksheet() -> Worksheet? {
    guard fan != nil || waterfall != nil else { return nil }
    var sheet = Worksheet(name: name)
    sheet.columns = [SheetColumn(width: 22)] + Array(repeating: SheetColumn(width: 14), count: 10)
    sheet.rows = [
      SheetRow([SheetCell(.text(name), Palette.title)], height: 24),
      SheetRow([SheetCell(.text(context(WorkbookWording.chartDataHint)), Palette.subtitle)]),
    ]
    func add(_ rows: [[SheetCell]]) {
      for (place, cells) in rows.enumerated() {
        sheet.rows.append(SheetRow(cells, height: place == 0 ? 30 : nil))
      }
    }
    if let fan { add(fan.rows(context) + [[]]) }
    if let waterfall { add(waterfall.rows(context)) }
    context.setEnds(of: &sheet.print)
    return sheet
  }
}
