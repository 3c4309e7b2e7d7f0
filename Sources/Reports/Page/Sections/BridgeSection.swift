import Analytics

extension Section {
  /// From last year's outturn to next year's budget.
  static func bridge(_ data: PageData) -> Section? {
    guard !data.bridge.isEmpty else { return nil }
    var blocks: [Block] = []
    if let total = data.nodes.indices(.total).first, let row = data.bridge[total].first,
      let chart = bridgeChart(row, data)
    {
      blocks.append(.chart(chart))
    }
    let gaps = gaps(data)
    if !gaps.isEmpty { blocks.append(.paragraph(PageWording.bridgeGaps(gaps))) }
    let names = Bridge.Step.allCases.map(\.rawValue) + ["draft_budget_change"]
    blocks += data.tables(
      of: data.bridge, names: names, file: "comparison/bridge.csv", caption: PageWording.bridge
    ) { data.bridge[$0].first }
    return Section(id: "bridge", title: PageWording.bridge, blocks: blocks)
  }

  /// The units without an amount at steps where the whole has one.
  private static func gaps(_ data: PageData) -> [(unit: Bilingual, steps: [Bridge.Step])] {
    guard let total = data.nodes.indices(.total).first, let whole = data.bridge[total].first else {
      return []
    }
    let steps = Bridge.Step.allCases.filter { whole.number($0.rawValue) != nil }
    return data.nodes.indices(.unit).compactMap { unit in
      guard let row = data.bridge[unit].first else { return nil }
      let missing = steps.filter { row.number($0.rawValue) == nil }
      return missing.isEmpty ? nil : (data.nodes.nodes[unit].name, missing)
    }
  }

  private static func bridgeChart(_ row: Record, _ data: PageData) -> NamedChart? {
    let shown = Bridge.Step.allCases.filter { row.number($0.rawValue) != nil }
    guard shown.count > 1, let last = shown.last(where: { $0 != .draftOutturn }) else { return nil }
    let style = data.style(shown.compactMap { row.number($0.rawValue)?.doubleValue })
    var steps: [WaterfallChart.Step] = []
    for step in shown where step != .draftOutturn {
      guard let amount = row.number(step.rawValue) else { continue }
      if let change = row.number("\(step.rawValue)_change"), !steps.isEmpty {
        steps.append(
          WaterfallChart.Step(
            name: PageWording.bridgeChange(step, row.integer("\(step.rawValue)_year")),
            kind: .change, value: style(change)))
      }
      if steps.isEmpty || step == last {
        steps.append(
          WaterfallChart.Step(
            name: PageWording.bridgeAmount(step, row.integer("\(step.rawValue)_year")),
            kind: .amount, value: style(amount)))
      }
    }
    return NamedChart(
      name: "bridge", title: PageWording.bridge,
      chart: WaterfallChart(
        description: PageWording.bridgeChart, steps: steps, unit: style.unit))
  }
}
