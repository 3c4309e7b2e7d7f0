import Analytics
import Spreadsheets

/// The total's steps from last year's outturn to next year's draft, laid out for a waterfall.
struct WaterfallTable {
  struct Step {
    let label: String
    let text: String
    let value: PrintedNumber
  }

  let steps: [Step]
  /// Where the headings begin.
  let origin: CellPlace

  /// - Parameter bridge: The sheet of the bridge, whose total is drawn.
  init?(_ bridge: BuiltSheet, at origin: CellPlace) {
    let total = bridge.grid.outline.total
    steps = Bridge.Step.allCases.compactMap { step in
      guard let place = bridge.grid.columnPlace(step.rawValue),
        let figure = bridge.reference(total, step.rawValue)
      else { return nil }
      return Step(
        label: bridge.grid.columns[place].heading, text: figure.text, value: figure.value)
    }
    self.origin = origin
    guard steps.count > 1 else { return nil }
  }

  /// Headings and rows: each step, and between two the change.
  func rows(_ context: WorkbookContext) -> [[SheetCell]] {
    let headings = WorkbookWording.waterfallHeadings.map {
      SheetCell(.text(context($0)), Palette.heading)
    }
    var rows = [headings]
    for place in steps.indices {
      if place > 0 { rows.append(change(to: place, rows.count, context)) }
      let step = steps[place]
      let amount = CellMaking.formula(step.text, step.value, .amount, Palette.body, context)
      rows.append(
        [SheetCell(.text(step.label), Palette.text(Palette.body)), amount]
          + Array(repeating: SheetCell(.blank, Palette.body), count: 3))
    }
    return rows
  }

  /// The number of rows below the headings.
  var rowCount: Int { steps.count * 2 - 1 }

  private func change(to place: Int, _ row: Int, _ context: WorkbookContext) -> [SheetCell] {
    let (before, after) = (steps[place - 1].value, steps[place].value)
    let column = origin.column + 1
    let old = CellPlace(row: origin.row + row - 1, column: column).name
    let new = CellPlace(row: origin.row + row + 1, column: column).name
    let isFall = after.isBelow(before)
    let zero = PrintedNumber(mantissa: 0, decimals: max(before.decimals, after.decimals))
    let size = isFall ? before.minus(after) : after.minus(before)
    let figures = [
      ("MIN(\(old),\(new))", isFall ? after : before),
      ("MAX(\(new)-\(old),0)", isFall ? zero : size ?? zero),
      ("MAX(\(old)-\(new),0)", isFall ? size ?? zero : zero),
    ]
    return [
      SheetCell(.text(context(WorkbookWording.stepChange)), Palette.text(Palette.body)),
      SheetCell(.blank, Palette.body),
    ] + figures.map { CellMaking.formula($0.0, $0.1, .amount, Palette.body, context) }
  }

  func chart(on sheet: String, _ context: WorkbookContext) -> SheetChart {
    let rows = (origin.row + 1)...(origin.row + rowCount)
    func cells(_ column: Int) -> String {
      CellRange(rows: rows, column: origin.column + column).fixedName(in: sheet)
    }
    let dark = Colour(0x22_2B_36)
    let looks: [(look: ChartSeries.Look, ink: Colour?)] = [
      (.filled(Palette.navy), Colour(0xFF_FF_FF)), (.invisible, nil),
      (.filled(Colour(0x7F_B2_E5)), dark), (.filled(Colour(0xF2_B2_7A)), dark),
    ]
    let series = looks.enumerated().map { place, it in
      var series = ChartSeries(
        context(WorkbookWording.waterfallHeadings[place + 1]), categories: cells(0),
        values: cells(place + 1), look: it.look)
      series.valueInk = it.ink
      series.isNamed = it.look != .invisible
      return series
    }
    var chart = SheetChart(
      .stackedColumns, title: .text(context(WorkbookWording.bridgeTitle)),
      description: context(WorkbookWording.waterfallDescription), series: series)
    let scale = ChartScale(steps.map(\.value), context)
    chart.numbers = scale.numbers ?? .decimalsButZero(min(1, context.dataset.decimals))
    chart.valueTitle = scale.unit
    chart.gap = 30
    chart.startsAtZero = !steps.contains { $0.value.mantissa < 0 }
    return chart
  }
}
