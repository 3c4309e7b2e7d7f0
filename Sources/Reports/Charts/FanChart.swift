/// Amounts over the years by stage, with the 80 % and 95 % intervals of forecasts as a fan.
struct FanChart: Chart {
  let description: Bilingual
  let series: [FanSeries]
  let unit: Bilingual
  var height = 300.0
  /// Whether every mark says its number to who points at it.
  var hints = true

  private var legend: Legend { Legend(names: series.map(\.name), key: .mark, width: width) }

  func draw(on canvas: inout Canvas) {
    legend.draw(on: &canvas)
    let top = legend.height + 26
    let bottom = height - 24
    let scale = LinearScale(
      FanPanel.values(series), includesZero: true, from: bottom, to: top, steps: 5)
    let labels = scale.ticks.map { PrintedTick.text($0, decimals: scale.decimals) }
    let left = (labels.map(TextStyle.small.width).max() ?? 0) + 10
    let panel = FanPanel(
      series, left: left + 14, right: width - 26, top: top, bottom: bottom, steps: 5)
    for (tick, label) in zip(scale.ticks, labels) {
      canvas.line(tick == 0 ? "axis" : "grid", left, scale(tick), width - 4, scale(tick))
      canvas.text(
        label, x: left - 6, y: scale(tick) + 4, room: left, anchor: .end, .small)
    }
    canvas.text(unit, x: 0, y: top - 13, room: width / 2, .small)
    drawYears(panel, y: height - 6, on: &canvas)
    panel.draw(on: &canvas, hints: hints)
  }

  private func drawYears(_ panel: FanPanel, y: Double, on canvas: inout Canvas) {
    let years = Array(panel.years)
    let every = PrintedTick.stride(years.prefix(2).map(panel.x), years.prefix(2).map { "\($0)" })
    for (place, year) in years.enumerated() where (years.count - 1 - place) % every == 0 {
      canvas.text("\(year)", x: panel.x(year), y: y, room: 60, anchor: .middle, .small)
    }
  }
}
