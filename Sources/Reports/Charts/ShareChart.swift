/// What a whole is made of: one bar cut into parts, and below it a line for each part with its
/// key, its name, its amount and its share.
///
/// Parts that are zero have a line and no piece. A whole with negative parts has no such bar; use
/// bars.
struct ShareChart: Chart {
  struct Part: Sendable {
    let name: Bilingual
    let value: ChartValue
    /// `59.38%`
    let share: String
  }

  let description: Bilingual
  let parts: [Part]
  let unit: Bilingual

  private static let barHeight = 34.0
  private static let lineHeight = 23.0
  private static let shareWidth = 84.0

  var height: Double {
    ShareChart.barHeight + 18 + ShareChart.lineHeight * Double(parts.count + 1)
  }

  func draw(on canvas: inout Canvas) {
    precondition(parts.allSatisfy { $0.value.value >= 0 }, "a negative part of a whole")
    drawBar(on: &canvas)
    let numberWidth = (parts.map { TextStyle.label.width(of: $0.value.label) }.max() ?? 0) + 12
    let numberEnd = width - ShareChart.shareWidth
    let first = ShareChart.barHeight + 30
    canvas.text(unit, x: numberEnd, y: first, room: 150, anchor: .end, .small)
    canvas.text("%", x: width - 4, y: first, room: ShareChart.shareWidth, anchor: .end, .small)
    for (place, part) in parts.enumerated() {
      let y = first + ShareChart.lineHeight * Double(place + 1)
      canvas.text("\(place + 1)", x: 18, y: y, room: 22, anchor: .end, .small)
      canvas.rectangle(ChartStyle.fill(place), x: 24, y: y - 12, width: 18, height: 14)
      canvas.text(part.name, x: 50, y: y, room: numberEnd - numberWidth - 50)
      canvas.text(part.value.label, x: numberEnd, y: y, room: numberWidth, anchor: .end)
      canvas.text(part.share, x: width - 4, y: y, room: ShareChart.shareWidth, anchor: .end)
    }
  }

  private func drawBar(on canvas: inout Canvas) {
    let whole = parts.reduce(0) { $0 + $1.value.value }
    guard whole > 0 else {
      canvas.rectangle("grid", x: 1, y: 1, width: width - 2, height: ShareChart.barHeight)
      return
    }
    var before = 0.0
    for (place, part) in parts.enumerated() where part.value.value > 0 {
      let x = 1 + before / whole * (width - 2)
      let piece = part.value.value / whole * (width - 2)
      canvas.rectangle(
        ChartStyle.fill(place), x: x, y: 1, width: piece, height: ShareChart.barHeight,
        hint: Bilingual(
          zh: "\(part.name.zh) \(part.value.full)，\(part.share)",
          en: "\(part.name.en) \(part.value.full), \(part.share)"))
      drawKey("\(place + 1)", x: x + piece / 2, room: piece, on: &canvas)
      before += part.value.value
    }
  }

  /// The number of a part on a plate in its piece, where it has room.
  private func drawKey(_ key: String, x: Double, room: Double, on canvas: inout Canvas) {
    let width = TextStyle.strong.width(of: key) + 8
    guard width + 4 <= room else { return }
    canvas.rectangle("paper", x: x - width / 2, y: 9, width: width, height: 18)
    canvas.text(key, x: x, y: 23, room: room, anchor: .middle, .strong)
  }
}
