/// How one amount becomes another, step by step, from the top down.
///
/// An amount reaches from zero; a change hangs between the amounts before and after it. A rise is
/// hatched one way and has a plus, a fall the other way and a minus. Where the changes are small
/// beside the amounts the axis begins above zero, which is written under it, and the bars of
/// amounts are torn.
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

  /// Of the axis, where it begins above zero: half the changes' reach under the lowest level.
  private var cut: Double? {
    let levels = spans.map(\.to)
    guard let least = levels.min(), let most = levels.max(), least > 0 else { return nil }
    let reach = most - least
    return reach > 0 && reach < most / 2 && least > reach / 2 ? least - reach / 2 : nil
  }

  func draw(on canvas: inout Canvas) {
    let (spans, cut) = (spans, cut)
    let frame = RowFrame(
      values: spans.map(\.to) + [cut ?? 0], includesZero: cut == nil,
      numbers: steps.map(number), unit: cut == nil ? unit : cutUnit, width: width, top: 2,
      bottom: bottom)
    frame.drawAxis(on: &canvas)
    for (place, step) in steps.enumerated() {
      let middle = WaterfallChart.rowHeight * (Double(place) + 0.5)
      let top = middle - WaterfallChart.barHeight / 2
      frame.drawName(step.name, middle: middle, on: &canvas)
      let isTorn = cut != nil && step.kind == .amount
      frame.drawBar(
        style(step), from: isTorn ? frame.scale.low : spans[place].from, to: spans[place].to,
        top: top, height: WaterfallChart.barHeight, number: number(step), hint: hint(step),
        on: &canvas)
      if isTorn { drawTear(at: frame.scale(frame.scale.low) + 10, top: top, on: &canvas) }
      guard place + 1 < steps.count else { continue }
      let x = frame.scale(spans[place].to)
      canvas.line(
        "link", x, top + WaterfallChart.barHeight, x, top + WaterfallChart.rowHeight)
    }
  }

  /// Two slanted lines through a bar that does not begin at zero.
  private func drawTear(at x: Double, top: Double, on canvas: inout Canvas) {
    for x in [x, x + 6] {
      canvas.line("tear", x - 3, top + WaterfallChart.barHeight + 2, x + 3, top - 2)
    }
  }

  private var cutUnit: Bilingual {
    Bilingual(zh: "\(unit.zh)，轴不从零起", en: "\(unit.en), axis not from zero")
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
