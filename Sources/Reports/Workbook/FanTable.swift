import Analytics
import Spreadsheets

/// History and forecast of one line year by year, and beside them the widths of the bands that a
/// fan chart stacks.
struct FanTable {
  /// A formula and what it gives; nil for an empty text.
  typealias Figure = (text: String, value: PrintedNumber?)

  struct Year {
    let label: String
    let isForecast: Bool
    let amount: Figure
    /// lo80, hi80, lo95 and hi95; empty for a year of history.
    let limits: [Figure]
  }

  let years: [Year]
  /// Where the headings begin.
  let origin: CellPlace

  private static let bandColumns = 6..<11

  /// Headings and rows.
  func rows(_ context: WorkbookContext) -> [[SheetCell]] {
    let headings = WorkbookWording.fanHeadings.map {
      SheetCell(.text(context($0)), Palette.heading)
    }
    return [headings] + years.indices.map { row($0, context) }
  }

  private func row(_ place: Int, _ context: WorkbookContext) -> [SheetCell] {
    let year = years[place]
    let label = SheetCell(.text(year.label), Palette.text(Palette.body))
    let figures = [year.amount] + year.limits
    let known = figures.map { cell($0, context) }
    let blanks = Array(repeating: SheetCell(.blank, Palette.body), count: 5 - known.count)
    return [label] + known + blanks + bands(place).map { cell($0, context) }
  }

  /// What is stacked: the amount or the lower limit, then the bands between the limits. The last
  /// year of history has bands of no width, from which the fan opens.
  private func bands(_ place: Int) -> [Figure] {
    let year = years[place]
    func name(_ column: Int) -> String {
      "N(\(CellPlace(row: origin.row + 1 + place, column: origin.column + column).name))"
    }
    func difference(_ a: Int, _ b: Int) -> Figure {
      let figures = [year.amount] + year.limits
      let (high, low) = (figures[a - 1].value, figures[b - 1].value)
      return (
        "\(name(a))-\(name(b))",
        (high ?? PrintedNumber(0)).minus(low ?? PrintedNumber(0))
      )
    }
    guard year.isForecast else {
      let isLast = place + 1 < years.count && years[place + 1].isForecast
      let amount = year.amount.value ?? PrintedNumber(0)
      let none = ("0", PrintedNumber(mantissa: 0, decimals: amount.decimals))
      return [(name(1), amount)] + (isLast ? Array(repeating: none, count: 4) : [])
    }
    let base = (name(4), year.limits[2].value ?? PrintedNumber(0))
    return [base, difference(2, 4), difference(1, 2), difference(3, 1), difference(5, 3)]
  }

  private func cell(_ figure: Figure, _ context: WorkbookContext) -> SheetCell {
    CellMaking.formula(figure.text, figure.value, .amount, Palette.body, context)
  }

  /// The chart of the table, which stands on a sheet of this name.
  ///
  /// - Parameter isScaled: Whether large amounts are spelt in larger units; not where the table
  ///   shows now a large line and now a small one.
  func chart(
    _ title: SheetChart.Title, on sheet: String, isScaled: Bool, _ context: WorkbookContext
  ) -> SheetChart {
    let rows = (origin.row + 1)...(origin.row + max(1, years.count))
    func cells(_ column: Int) -> String {
      CellRange(rows: rows, column: origin.column + column).fixedName(in: sheet)
    }
    let fills = [
      Colour(0xC9_D3_DE), Colour(0xBB_D6_F2), Colour(0x6F_A8_DC), Colour(0x6F_A8_DC),
      Colour(0xBB_D6_F2),
    ]
    let names = WorkbookWording.fanSeries
    let series = zip(FanTable.bandColumns, fills).enumerated().map { place, it in
      let look: ChartSeries.Look =
        place == 0 ? .filled(it.1) : .outlined(fill: it.1, line: Colour(0xFF_FF_FF))
      let name = context(names[min(place, names.count - 1)])
      var series = ChartSeries(name, categories: cells(0), values: cells(it.0), look: look)
      series.isNamed = place < names.count
      return series
    }
    let scale = ChartScale(isScaled ? years.compactMap(\.amount.value) : [], context)
    var chart = SheetChart(
      .stackedAreas, title: title, description: context(WorkbookWording.fanDescription),
      series: series)
    if let numbers = scale.numbers { chart.numbers = numbers }
    chart.valueTitle = scale.unit
    return chart
  }
}

extension FanTable {
  /// The stage that is drawn: outturns, or budgets where there are none.
  static func stage(_ context: WorkbookContext) -> Stage {
    context.newestYear(.outturn) == nil ? .budget : .outturn
  }

  /// The years of a stage's history and of its forecasts.
  ///
  /// - Parameters:
  ///   - history: The figure of a year of history; nil where no sheet has it.
  ///   - forecast: The figure of a forecast by its target and column.
  init(
    at origin: CellPlace, _ context: WorkbookContext,
    history: (_ column: String) -> Figure?, forecast: (_ column: String) -> Figure?
  ) {
    let stage = FanTable.stage(context)
    var years: [Year] = []
    for year in context.years(stage).suffix(12) {
      guard let amount = history("\(stage.rawValue).\(year).amount") else { continue }
      years.append(
        Year(label: year.description, isForecast: false, amount: amount, limits: []))
    }
    for target in context.targets where target.stage == stage {
      let figures = ["mean", "lo80", "hi80", "lo95", "hi95"].compactMap {
        forecast(target.prefix + $0)
      }
      guard figures.count == 5 else { continue }
      years.append(
        Year(
          label: "\(target.year)\(context(WorkbookWording.forecastMark))", isForecast: true,
          amount: figures[0], limits: Array(figures.dropFirst())))
    }
    self.years = years
    self.origin = origin
  }
}
