/// Horizontal bars, one group of them for each name: one series, or several side by side.
///
/// The chart grows with its rows, so that hundreds of them have room. A value that is missing has
/// no bar and no number; zero has both.
struct BarChart: Chart {
  struct Group: Sendable {
    let name: Bilingual
    /// One for each series.
    let values: [ChartValue?]
  }

  let description: Bilingual
  /// None where there is one series that the caption names.
  let series: [Bilingual]
  let groups: [Group]
  let unit: Bilingual

  private static let barHeight = 15.0
  private static let groupGap = 9.0

  private var legend: Legend { Legend(names: series, key: .fill, width: width) }

  private var groupHeight: Double {
    let bars = Double(max(1, groups.map(\.values.count).max() ?? 1))
    return max(2 * TextStyle.label.lineHeight, bars * BarChart.barHeight) + BarChart.groupGap
  }

  private var bottom: Double { legend.height + groupHeight * Double(groups.count) }

  var height: Double { bottom + RowFrame.axisHeight }

  func draw(on canvas: inout Canvas) {
    legend.draw(on: &canvas)
    let values = groups.flatMap(\.values).compactMap { $0 }
    let frame = RowFrame(
      values: values.map(\.value), numbers: values.map(\.label), unit: unit, width: width,
      top: legend.height, bottom: bottom)
    frame.drawAxis(on: &canvas)
    for (place, group) in groups.enumerated() {
      let top = legend.height + groupHeight * Double(place)
      draw(group, top: top, frame, on: &canvas)
    }
  }

  private func draw(
    _ group: Group, top: Double, _ frame: RowFrame, on canvas: inout Canvas
  ) {
    let middle = top + groupHeight / 2
    frame.drawName(group.name, middle: middle, on: &canvas)
    let first = middle - BarChart.barHeight * Double(group.values.count) / 2
    for (series, value) in group.values.enumerated() {
      guard let value else { continue }
      frame.drawBar(
        ChartStyle.fill(series), from: 0, to: value.value,
        top: first + BarChart.barHeight * Double(series) + 0.5, height: BarChart.barHeight - 1,
        number: value.label, hint: hint(group, series, value), on: &canvas)
    }
  }

  private func hint(_ group: Group, _ series: Int, _ value: ChartValue) -> Bilingual {
    guard self.series.indices.contains(series) else {
      return Bilingual(zh: "\(group.name.zh) \(value.full)", en: "\(group.name.en) \(value.full)")
    }
    return Bilingual(
      zh: "\(group.name.zh) \(self.series[series].zh) \(value.full)",
      en: "\(group.name.en) \(self.series[series].en) \(value.full)")
  }
}
