/// How one amount becomes another, step by step, from the top down.
///
/// An amount reaches from zero; a change hangs between the amounts before and after it. A rise is
/// hatched one way and has a plus, a fall the other way and a minus.
struct WaterfallChart: Chart {
  enum Kind: Sendable { case amount, change }

  struct Step: Sendable {
    let name: Bilingual
    let kind: Kind
    let value: ChartValue
  }

  let description: Bilingual
  let steps: [Step]
  let unit: Bilingual

  private static let rowHeight = 42.0
  private static let barHeight = 22.0

  private var bottom: Double { WaterfallChart.rowHeight * Double(steps.count) + 4 }

  var height: Double { bottom + RowFrame.axisHeight }

  /// Where each step's bar begins and ends.
  private var spans: [(from: Double, to: Double)] {
    var level = 0.0
    return steps.map { step in
      let from = step.kind == .amount ? 0 : level
      level = from + step.value.value
      return (from, level)
    }
  }

  func draw(on canvas: inout Canvas) {
    let spans = spans
    let frame = RowFrame(
      values: spans.flatMap { [$0.from, $0.to] }, numbers: steps.map(number), unit: unit,
      width: width, top: 2, bottom: bottom)
    frame.drawAxis(on: &canvas)
    for (place, step) in steps.enumerated() {
      let middle = WaterfallChart.rowHeight * (Double(place) + 0.5)
      let top = middle - WaterfallChart.barHeight / 2
      frame.drawName(step.name, middle: middle, on: &canvas)
      frame.drawBar(
        style(step), from: spans[place].from, to: spans[place].to, top: top,
        height: WaterfallChart.barHeight, number: number(step), hint: hint(step), on: &canvas)
      guard place + 1 < steps.count else { continue }
      let x = frame.scale(spans[place].to)
      canvas.line(
        "link", x, top + WaterfallChart.barHeight, x, top + WaterfallChart.rowHeight)
    }
  }

  private func style(_ step: Step) -> String {
    switch step.kind {
    case .amount: ChartStyle.fill(0)
    case .change: ChartStyle.fill(step.value.value < 0 ? 6 : 3)
    }
  }

  private func number(_ step: Step) -> String {
    step.kind == .change && step.value.value > 0 ? "+\(step.value.label)" : step.value.label
  }

  private func hint(_ step: Step) -> Bilingual {
    Bilingual(
      zh: "\(step.name.zh) \(step.value.full)", en: "\(step.name.en) \(step.value.full)")
  }
}
