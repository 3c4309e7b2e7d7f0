import Analytics
import Spreadsheets

/// The total by year: budget, revised budget, outturn, execution and growth.
struct SummaryTotals {
  private static let columns = ["budget", "revised", "outturn"]
  private static let derived: [(id: String, rule: CellRule<String>)] = [
    ("deviation", .difference("outturn", "budget")),
    ("execution_pct", .percent("outturn", of: "budget")),
    ("execution_revised_pct", .percent("outturn", of: "revised")),
  ]

  let rows: [SheetRow]
  private let context: WorkbookContext
  private let years: [String]
  private let firstRow: Int
  private let amounts: [PrintedNumber]

  /// - Parameters:
  ///   - execution: The sheet whose total the newest year refers to.
  ///   - firstRow: Where the first year stands.
  init(_ context: WorkbookContext, _ execution: BuiltSheet?, firstRow: Int) {
    self.context = context
    self.firstRow = firstRow
    let cells = TotalCells(context, firstRow: firstRow)
    years = cells.years.map { String($0) }
    amounts = cells.years.indices.flatMap { row in
      SummaryTotals.columns.compactMap { cells.value(row, $0) }
    }
    var rows = [SummaryTotals.headings(context)]
    for place in cells.years.indices {
      let year = SheetCell(
        .number(Double(cells.years[place])),
        Palette.with(Palette.body) {
          $0.number = .year; $0.alignment = .centre; $0.isBold = true
        })
      let amounts = SummaryTotals.columns.map { id -> SheetCell in
        let isShown = cells.years[place] == SummaryTotals.shownYear(context)
        if isShown, let figure = execution?.reference(execution?.grid.outline.total, id) {
          return CellMaking.formula(figure.text, figure.value, .amount, Palette.body, context)
        }
        return CellMaking.cell(cells.cell(place, id), .amount, Palette.body)
      }
      let others = SummaryTotals.derived.map { cells.made($0.rule, place, $0.id, context) }
      rows.append(SheetRow([year] + amounts + others + [cells.growth(place, context)]))
    }
    self.rows = rows
  }

  /// The year of the sheet of execution.
  private static func shownYear(_ context: WorkbookContext) -> Int? {
    (context.newestYear(.outturn) ?? context.newestYear(.budget))?.number
  }

  private static func headings(_ context: WorkbookContext) -> SheetRow {
    let table = context.contents.table("comparison/execution")
    let titles = (columns + derived.map(\.id)).map { id in
      table?.columns.first { $0.name == id }.map { context($0.title) } ?? id
    }
    let all =
      [context(WorkbookWording.yearHeading)] + titles
      + [context(WorkbookWording.growthHeading)]
    return SheetRow(all.map { SheetCell(.text($0), Palette.heading) }, height: 30)
  }

  /// Budget and outturn by year; nil where there is no year.
  func chart(on sheet: String) -> SheetChart? {
    guard !years.isEmpty else { return nil }
    let rows = firstRow...(firstRow + years.count - 1)
    func cells(_ column: Int) -> String {
      CellRange(rows: rows, column: column).fixedName(in: sheet)
    }
    let colours = [Colour(0x9F_C5_E8), Palette.blue, Palette.navy]
    let series = zip([Stage.budget, .revised, .outturn], colours).enumerated().map { place, it in
      ChartSeries(
        context(CodeWording.stage(it.0)), categories: cells(0), values: cells(place + 1),
        look: .filled(it.1))
    }
    var chart = SheetChart(
      .columns, title: .text(context(WorkbookWording.columnsTitle)),
      description: context(WorkbookWording.columnsDescription), series: series)
    let scale = ChartScale(amounts, context)
    if let numbers = scale.numbers { chart.numbers = numbers }
    chart.valueTitle = scale.unit
    chart.startsAtZero = !amounts.contains { $0.mantissa < 0 }
    return chart
  }
}

/// The rows of the total in `comparison/execution`, and its growth in `comparison/year_on_year`.
private struct TotalCells: RuleCells {
  let years: [Int]
  private let records: [[String: Cell]]
  private let growths: [Int: Cell]
  private let firstRow: Int
  private static let ids = [
    "budget", "revised", "outturn", "deviation", "execution_pct", "execution_revised_pct",
  ]

  init(_ context: WorkbookContext, firstRow: Int) {
    self.firstRow = firstRow
    var rows: [(year: Int, cells: [String: Cell])] = []
    context.forEachTotal(of: "comparison/execution") { record in
      guard case .integer(let year) = record["year"] else { return }
      let cells = TotalCells.ids.map { ($0, record[$0]) }
      rows.append((year, Dictionary(uniqueKeysWithValues: cells)))
    }
    var growths: [Int: Cell] = [:]
    context.forEachTotal(of: "comparison/year_on_year") { record in
      guard record["stage"] == .text(Stage.outturn.rawValue),
        case .integer(let year) = record["year"]
      else { return }
      growths[year] = record["growth_pct"]
    }
    self.growths = growths
    let shown = rows.suffix(12)
    years = shown.map(\.year)
    records = shown.map(\.cells)
  }

  func cell(_ row: Int, _ id: String) -> Cell { records[row][id] ?? .blank }

  func name(_ row: Int, _ column: String) -> String {
    let place = TotalCells.ids.firstIndex(of: column) ?? 0
    return CellPlace(row: firstRow + row, column: place + 1).name
  }

  func value(_ row: Int, _ column: String) -> PrintedNumber? {
    if case .number(let number) = cell(row, column) { number } else { nil }
  }

  /// A cell that follows from its row, as a formula where that gives what the table says.
  func made(
    _ rule: CellRule<String>, _ row: Int, _ id: String, _ context: WorkbookContext
  ) -> SheetCell {
    let kind: Column.Kind = id == "deviation" ? .amount : .percent
    if let formula = rule.formula(row, whole: nil, in: self), formula.gives(cell(row, id)) {
      return CellMaking.formula(formula.text, formula.value, kind, Palette.body, context)
    }
    return CellMaking.cell(cell(row, id), kind, Palette.body)
  }

  /// The outturn's growth on the row above, if that is the year before.
  func growth(_ row: Int, _ context: WorkbookContext) -> SheetCell {
    let cell = growths[years[row]] ?? .blank
    guard row > 0, years[row - 1] + 1 == years[row],
      let new = value(row, "outturn"), let old = value(row - 1, "outturn"),
      let growth = new.minus(old)?.percent(of: old.magnitude), cell == .number(growth)
    else { return CellMaking.cell(cell, .percent, Palette.body) }
    let names = (name(row, "outturn"), name(row - 1, "outturn"))
    return CellMaking.formula(
      "IF(\(names.1)=0,\"\",ROUND((\(names.0)-\(names.1))/ABS(\(names.1))*100,2))", growth,
      .percent, Palette.body, context)
  }
}
