import Analytics

extension Section {
  /// Every node that the page shows, to be opened one by one.
  static func nodes(_ data: PageData) -> Section? {
    let reading = NodeReading(data)
    let details = data.nodes.nodes.indices.map(reading.detail)
    guard !details.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(PageWording.nodesLead)]
    let cut = [Level.unit, .subject, .line].filter(data.nodes.isCut)
    if !cut.isEmpty { blocks.append(.paragraph(PageWording.nodesCut)) }
    blocks.append(.nodes(details))
    return Section(id: "lines", title: PageWording.nodesTitle, blocks: blocks)
  }
}

extension NodeDetail {
  static func id(_ node: Int) -> String { "n\(node)" }
}

/// Gathers what there is about a node.
private struct NodeReading {
  let data: PageData
  let fan: FanReading
  private let findingsByUnit: [String: [Record]]
  private let findingsBySubject: [String: [Record]]

  init(_ data: PageData) {
    self.data = data
    fan = FanReading(data)
    findingsByUnit = Dictionary(grouping: data.findings) { $0.text("unit") }
    findingsBySubject = Dictionary(grouping: data.findings) { $0.text("subject") }
  }

  func detail(_ node: Int) -> NodeDetail {
    let name = data.nodes.nodes[node].name
    var blocks: [Section.Block] = []
    if let chart = fan.smallChart(node) {
      blocks.append(.chart(NamedChart(name: NodeDetail.id(node), title: name, chart: chart)))
    }
    blocks += [history(node), forecasts(node), explanations(node), findings(node)]
      .compactMap { $0 }
    return NodeDetail(id: NodeDetail.id(node), name: name, notes: notes(node), blocks: blocks)
  }

  private func notes(_ node: Int) -> [Bilingual] {
    let outturn = data.thisYear(node)?.number("outturn").map {
      PageWording.outturnNote(data.year, $0.grouped)
    }
    let growth = data.yearOnYear[node].first?.number("growth_pct").map(PageWording.growth)
    let findings = matching(node).count
    return [outturn, growth, findings > 0 ? PageWording.findingCount(findings) : nil]
      .compactMap { $0 }
  }

  private func history(_ node: Int) -> Section.Block? {
    table(
      data.execution[node], data.execution.columns, PageWording.history,
      ["year", "budget", "revised", "outturn", "execution_pct", "execution_revised_pct"])
  }

  private func forecasts(_ node: Int) -> Section.Block? {
    table(
      data.forecasts[node], data.forecasts.columns, PageWording.forecastsTitle,
      ["stage", "year", "mean", "lo80", "hi80", "lo95", "hi95", "method", "status"])
  }

  private func explanations(_ node: Int) -> Section.Block? {
    table(
      data.explanations[node].filter { $0.number("amount").map { $0.mantissa != 0 } ?? false },
      data.explanations.columns, PageWording.explanation, ["stage", "year", "step", "amount"])
  }

  private func findings(_ node: Int) -> Section.Block? {
    guard let table = data.contents.table("findings") else { return nil }
    return self.table(
      matching(node), table.columns, table.title, ["severity", "year", "message", "source"])
  }

  private func table(
    _ records: [Record], _ columns: [Column], _ caption: Bilingual, _ names: [String]
  ) -> Section.Block? {
    guard !records.isEmpty else { return nil }
    var view = TableView(records, columns, caption: caption, names: names)
    view.isSearched = false
    return .table(view)
  }

  /// The findings that name the node's unit and subject, where it has them.
  private func matching(_ node: Int) -> [Record] {
    let key = data.nodes.nodes[node].key
    guard key.level != Level.total.rawValue else { return [] }
    let near = key.unit.isEmpty ? findingsBySubject[key.subject] : findingsByUnit[key.unit]
    return (near ?? []).filter { finding in
      key.subject.isEmpty ? finding["subject"] == .blank : finding.text("subject") == key.subject
    }
  }
}
