/// Many series side by side, each in a small panel with a scale of its own.
struct SmallMultiples: Chart {
  struct Panel: Sendable {
    let name: Bilingual
    let series: [FanSeries]
  }

  let description: Bilingual
  /// What the lines of every panel are.
  let names: [Bilingual]
  let panels: [Panel]
  let unit: Bilingual

  private static let columns = 3
  private static let gap = 16.0
  private static let panelHeight = 132.0

  private var legend: Legend { Legend(names: names, key: .mark, width: width - 110) }

  private var panelWidth: Double {
    let columns = Double(SmallMultiples.columns)
    return (width - SmallMultiples.gap * (columns - 1)) / columns
  }

  var height: Double {
    let rows = (panels.count + SmallMultiples.columns - 1) / SmallMultiples.columns
    return legend.height + 6 + Double(max(1, rows)) * SmallMultiples.panelHeight
  }

  func draw(on canvas: inout Canvas) {
    legend.draw(on: &canvas)
    canvas.text(unit, x: width, y: 14, room: 105, anchor: .end, .small)
    for (place, panel) in panels.enumerated() {
      let (row, column) = place.quotientAndRemainder(dividingBy: SmallMultiples.columns)
      draw(
        panel, left: Double(column) * (panelWidth + SmallMultiples.gap),
        top: legend.height + 6 + Double(row) * SmallMultiples.panelHeight, on: &canvas)
    }
  }

  private func draw(_ panel: Panel, left: Double, top: Double, on canvas: inout Canvas) {
    canvas.text(panel.name, x: left, y: top + 13, room: panelWidth, .strong)
    let fan = FanPanel(
      panel.series, left: left + 6, right: left + panelWidth - 8, top: top + 38,
      bottom: top + SmallMultiples.panelHeight - 26, steps: 4)
    for tick in [fan.scale.low, fan.scale.high] {
      canvas.line("grid", left, fan.scale(tick), left + panelWidth, fan.scale(tick))
    }
    canvas.line("axis", left, fan.scale.zero, left + panelWidth, fan.scale.zero)
    canvas.text(
      PrintedTick.text(fan.scale.high, decimals: fan.scale.decimals), x: left, y: top + 33,
      room: panelWidth / 2, .small)
    fan.draw(on: &canvas, hints: false)
    drawEnds(fan, left: left, y: top + SmallMultiples.panelHeight - 10, on: &canvas)
  }

  private func drawEnds(_ fan: FanPanel, left: Double, y: Double, on canvas: inout Canvas) {
    let years = fan.years
    canvas.text("\(years.lowerBound)", x: left, y: y, room: panelWidth / 3, .small)
    guard years.upperBound > years.lowerBound else { return }
    canvas.text(
      "\(years.upperBound)", x: left + panelWidth, y: y, room: panelWidth / 3, anchor: .end,
      .small)
  }
}
