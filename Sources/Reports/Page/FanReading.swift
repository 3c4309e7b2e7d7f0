import Analytics

/// Turns a node's rows into lines over years with fans.
struct FanReading {
  private let data: PageData

  init(_ data: PageData) { self.data = data }

  /// The chart that heads the section; nil for a node without any amount.
  func chart(_ node: Int) -> FanChart? {
    chart(node, PageWording.fanChart, height: 320, hints: true)
  }

  /// The chart above a node's tables, which have its numbers.
  func smallChart(_ node: Int) -> FanChart? {
    chart(node, PageWording.nodeChart, height: 230, hints: false)
  }

  private func chart(
    _ node: Int, _ description: Bilingual, height: Double, hints: Bool
  ) -> FanChart? {
    let style = style([node])
    let series = series(node, style)
    guard !series.isEmpty else { return nil }
    return FanChart(
      description: description, series: series, unit: style.unit, height: height, hints: hints)
  }

  func multiples(_ nodes: [Int]) -> SmallMultiples {
    let style = style(nodes)
    let panels = nodes.map { node in
      SmallMultiples.Panel(name: data.nodes.nodes[node].name, series: series(node, style))
    }
    return SmallMultiples(
      description: PageWording.multiplesChart, names: stages.map(\.1), panels: panels,
      unit: style.unit)
  }

  /// The outturn first, since its forecast has the fan.
  private var stages: [(Stage, Bilingual)] {
    [(.outturn, PageWording.outturn), (.budget, PageWording.budget)]
  }

  private func style(_ nodes: [Int]) -> AmountStyle {
    data.style(
      nodes.flatMap { node in
        data.execution[node].flatMap { row in
          stages.compactMap { row.number($0.0.rawValue)?.doubleValue }
        } + data.forecasts[node].compactMap { $0.number("mean")?.doubleValue }
      })
  }

  /// Both stages, so that their keys stay the same; one without a value has no line.
  private func series(_ node: Int, _ style: AmountStyle) -> [FanSeries] {
    let all = stages.map { stage, name in
      FanSeries(
        name: name,
        points: data.execution[node].compactMap { row in
          guard let year = row.integer("year"), let number = row.number(stage.rawValue)
          else { return nil }
          return FanSeries.Point(year: year, value: style(number))
        }, forecasts: forecasts(node, stage, style))
    }
    return all.allSatisfy(\.years.isEmpty) ? [] : all
  }

  private func forecasts(
    _ node: Int, _ stage: Stage, _ style: AmountStyle
  ) -> [FanSeries.Forecast] {
    data.forecasts[node].compactMap { row in
      guard row["stage"] == .text(stage.rawValue), let year = row.integer("year"),
        let mean = row.number("mean")
      else { return nil }
      func limit(_ column: String) -> Double { style(row.number(column) ?? mean).value }
      return FanSeries.Forecast(
        year: year, mean: style(mean), low80: limit("lo80"), high80: limit("hi80"),
        low95: limit("lo95"), high95: limit("hi95"))
    }
  }
}
