import Analytics

/// The frame of a chart that has one row for each of its bars: names on the left, bars along a
/// shared scale, and a place for each bar's number that nothing else stands in.
struct RowFrame {
  static let nameWidth = 190.0
  private static let gap = 8.0

  let scale: LinearScale
  let width: Double
  let top: Double
  let bottom: Double
  /// What the longest number takes.
  private let numberWidth: Double
  private let unit: Bilingual

  /// - Parameters:
  ///   - includesZero: Whether bars reach from zero; else the axis begins where it has to.
  ///   - numbers: What will be written beside bars.
  init(
    values: [Double], includesZero: Bool = true, numbers: [String], unit: Bilingual,
    width: Double, top: Double, bottom: Double
  ) {
    let numberWidth = (numbers.map(TextStyle.label.width).max() ?? 0) + RowFrame.gap
    let left = RowFrame.nameWidth + RowFrame.gap + (values.contains { $0 < 0 } ? numberWidth : 4)
    scale = LinearScale(
      values, includesZero: includesZero, from: left, to: width - numberWidth - RowFrame.gap,
      steps: 5)
    self.numberWidth = numberWidth
    self.unit = unit
    self.width = width
    self.top = top
    self.bottom = bottom
  }

  /// The room under the rows that the axis takes.
  static let axisHeight = 22.0

  func drawAxis(on canvas: inout Canvas) {
    let labels = scale.ticks.map { PrintedTick.text($0, decimals: scale.decimals) }
    let places = scale.ticks.map { scale($0) }
    let every = PrintedTick.stride(places, labels)
    for (place, x) in places.enumerated() {
      canvas.line("grid", x, top, x, bottom)
      guard place % every == 0 else { continue }
      canvas.text(
        labels[place], x: x, y: bottom + 15, room: .infinity, anchor: .middle, .small)
    }
    canvas.line("axis", scale.zero, top, scale.zero, bottom)
    canvas.text(
      unit, x: 0, y: bottom + 15, room: RowFrame.nameWidth - RowFrame.gap, .small)
  }

  func drawName(_ name: Bilingual, middle: Double, on canvas: inout Canvas) {
    canvas.lines(
      name, x: RowFrame.nameWidth, middle: middle, room: RowFrame.nameWidth, anchor: .end,
      lines: 2)
  }

  /// A bar from one value to another, and a number behind its outer end.
  func drawBar(
    _ style: String, from start: Double, to end: Double, top: Double, height: Double,
    number: String, hint: Bilingual, on canvas: inout Canvas
  ) {
    let (left, right) = (min(scale(start), scale(end)), max(scale(start), scale(end)))
    canvas.rectangle(
      style, x: left, y: top, width: max(right - left, 0.8), height: height, hint: hint)
    let y = top + height / 2 + TextStyle.label.size * 0.36
    if end < start && end < 0 {
      canvas.text(number, x: left - 4, y: y, room: numberWidth, anchor: .end)
    } else {
      canvas.text(number, x: right + 4, y: y, room: numberWidth)
    }
  }
}

/// Numbers along an axis.
enum PrintedTick {
  static func text(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard let mantissa = Int64(exactly: (value * scale).rounded()) else { return "" }
    return PrintedNumber(mantissa: mantissa, decimals: decimals).grouped
  }

  /// Every how many ticks a label has room beside its neighbours.
  static func stride(_ places: [Double], _ labels: [String]) -> Int {
    guard places.count > 1 else { return 1 }
    let distance = abs(places[1] - places[0])
    let widest = labels.map(TextStyle.small.width).max() ?? 0
    return max(1, Int(((widest + 8) / distance).rounded(.up)))
  }
}
