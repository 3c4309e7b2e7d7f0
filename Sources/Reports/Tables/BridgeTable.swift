import Analytics

extension Table {
  /// `comparison/bridge.csv`: from last year's outturn to next year's draft.
  public static func bridge(_ bridge: Bridge, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    let nodes = bridge.nodes
    return Table(
      name: "comparison/bridge", title: Bilingual(zh: "预决算衔接", en: "Bridge"),
      columns: bridgeColumns, key: ["level", "unit", "subject"], entries: nodes.nodes.indices
    ) { place, body in
      guard let row = bridge.row(place) else { return }
      var cells: [Cell] = []
      for (step, amount) in zip(Bridge.Step.allCases, row.amounts) {
        let (isForecast, isChange) = (
          amount?.isForecast ?? false, amount?.isForecastChange ?? false
        )
        cells += [
          isForecast ? cell.estimate(amount?.amount) : cell(amount?.amount), Cell(amount?.year),
        ]
        guard step != .previousOutturn else { continue }
        cells.append(isChange ? cell.estimate(amount?.change) : cell(amount?.change))
      }
      try body(Row(cell.keys(nodes.nodes[place], nodes.panel), cells))
    }
  }
}

private let bridgeColumns: [Column] =
  [.level, .unit, .unitName, .subject, .subjectName]
  + Bridge.Step.allCases.flatMap { step -> [Column] in
    let (zh, en) = titles(step)
    let own = [
      Column(step.rawValue, .amount, zh, en, "\(en), in the dataset's amount unit."),
      Column("\(step.rawValue)_year", .year, "\(zh)年度", "\(en): year", "The year of \(en)."),
    ]
    guard step != .previousOutturn else { return own }
    return own + [
      Column(
        "\(step.rawValue)_change", .amount, "\(zh)增减", "\(en): change",
        "\(en) less the nearest step before it that has an amount.")
    ]
  }

private func titles(_ step: Bridge.Step) -> (zh: String, en: String) {
  switch step {
  case .previousOutturn: ("上年决算", "Previous outturn")
  case .budget: ("年初预算", "Budget")
  case .revised: ("全年预算", "Revised budget")
  case .estimate: ("本年决算(预计)", "Estimate")
  case .draftBudget: ("下年预算草案", "Draft budget")
  case .draftOutturn: ("下年预计决算", "Draft outturn")
  }
}
