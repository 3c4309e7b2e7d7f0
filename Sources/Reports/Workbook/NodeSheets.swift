import Analytics
import Spreadsheets

/// The sheets that follow the trees of units and subjects.
struct NodeSheets {
  let context: WorkbookContext

  /// Fills sheets of these; what several of them show of a table is read once for all.
  func built(_ sheets: [OutlineSheet?]) -> [BuiltSheet?] {
    let values = OutlineValues(
      context.nodeOutline, sheets.flatMap { $0?.columns ?? [] }, context.contents.tables,
      context.language)
    var next = 0
    return sheets.map { sheet in
      guard let sheet else { return nil }
      let columns = next..<(next + sheet.columns.count)
      next = columns.upperBound
      return sheet.built(values[columns: columns])
    }
  }

  /// Budget, revised budget and outturn of the newest year that has an outturn, else a budget.
  func execution() -> OutlineSheet? {
    guard let table = context.contents.table("comparison/execution"),
      let year = context.newestYear(.outturn) ?? context.newestYear(.budget)
    else { return nil }
    let make = ColumnMaker(context: context, table: table, filter: [.year(year)])
    let stages = Stage.allCases.filter(context.contents.nodes.panel.stages.contains)
    return sheet(
      WorkbookWording.execution, WorkbookWording.executionTitle(year.description),
      stages.map { make($0.rawValue, .sum) } + [
        make("deviation", .difference("outturn", "budget")),
        make("execution_pct", .percent("outturn", of: "budget")),
        make("execution_revised_pct", .percent("outturn", of: "revised")),
        make("in_year_change", .difference("revised", "budget")),
        make("in_year_change_pct", .growth("revised", from: "budget")),
        make("unspent", .difference("revised", "outturn")),
      ])
  }

  /// Outturn and budget, each of its newest year, against the year before.
  func yearOnYear() -> OutlineSheet? {
    guard let table = context.contents.table("comparison/year_on_year") else { return nil }
    let columns = [Stage.outturn, .budget].flatMap { stage -> [OutlineColumn?] in
      guard let year = context.newestYear(stage) else { return [] }
      let make = ColumnMaker(
        context: context, table: table, prefix: "\(stage.rawValue).",
        band: "\(year) \(context(CodeWording.stage(stage)))",
        filter: [.stage(stage), .year(year)])
      let (amount, previous) = ("\(make.prefix)amount", "\(make.prefix)previous")
      return [
        make("amount", .sum), make("previous", .sum),
        make("change", .difference(amount, previous)),
        make("growth_pct", .growth(amount, from: previous)), make("share_pct", .share(amount)),
        make("share_change_pp", .shareChange(amount, previous: previous), outline: 1),
        make(
          "contribution_pp",
          .contribution(change: "\(make.prefix)change", previous: previous)),
      ]
    }
    return sheet(WorkbookWording.yearOnYear, WorkbookWording.yearOnYearTitle, columns)
  }

  /// Outturns and budgets side by side by year, and the trend of outturns.
  func history() -> OutlineSheet? {
    guard let table = context.contents.table("comparison/year_on_year") else { return nil }
    var columns: [OutlineColumn?] = []
    for stage in [Stage.outturn, .budget] {
      for year in context.years(stage).suffix(mostYears) {
        let make = ColumnMaker(
          context: context, table: table, prefix: "\(stage.rawValue).\(year).",
          band: context(CodeWording.stage(stage)), filter: [.stage(stage), .year(year)])
        columns.append(make("amount", .sum, heading: year.description))
      }
    }
    if let trend = context.contents.table("trends/trend") {
      let make = ColumnMaker(
        context: context, table: trend, prefix: "trend.",
        band: context(WorkbookWording.trendBand), filter: [.stage(.outturn)])
      let names = ["cagr_pct", "slope", "volatility_pct", "break_year", "outlier_years", "streak"]
      columns += names.map { make($0) }
    }
    return sheet(WorkbookWording.history, WorkbookWording.historyTitle, columns)
  }

  /// The steps from last year's outturn to next year's draft.
  func bridge() -> OutlineSheet? {
    guard let table = context.contents.table("comparison/bridge") else { return nil }
    let make = ColumnMaker(context: context, table: table)
    let years = stepYears(table)
    var earlier: [String] = []
    var columns: [OutlineColumn?] = []
    for step in Bridge.Step.allCases.map(\.rawValue) {
      let title = table.columns.first { $0.name == step }.map { context($0.title) } ?? step
      columns.append(
        make(step, .sum, heading: years[step].map { "\(title) \($0)" } ?? title))
      columns.append(make("\(step)_change", .step(step, after: earlier)))
      earlier.append(step)
    }
    return sheet(
      WorkbookWording.bridge, WorkbookWording.bridgeTitle, columns,
      notes: [context(WorkbookWording.bridgeHint)])
  }

  /// The year of each step, as the total has it.
  private func stepYears(_ table: Table) -> [String: String] {
    var years: [String: String] = [:]
    context.forEachTotal(of: table.name) { record in
      for step in Bridge.Step.allCases where record["\(step.rawValue)_year"] != .blank {
        years[step.rawValue] = record.text("\(step.rawValue)_year")
      }
    }
    return years
  }

  /// Every forecast with its limits, beside the newest outturn.
  func forecasts() -> OutlineSheet? {
    guard let table = context.contents.table("forecast/forecasts") else { return nil }
    var columns: [OutlineColumn?] = []
    if let known = context.contents.table("comparison/year_on_year"),
      let year = context.newestYear(.outturn)
    {
      let make = ColumnMaker(
        context: context, table: known, prefix: "newest.", filter: [.stage(.outturn), .year(year)])
      let heading = "\(year) \(context(CodeWording.stage(.outturn)))"
      columns.append(make("amount", .sum, heading: heading))
    }
    for target in context.targets {
      let make = ColumnMaker(
        context: context, table: table, prefix: target.prefix,
        band: "\(target.year) \(context(CodeWording.stage(target.stage)))",
        filter: [.stage(target.stage), .year(target.year)])
      columns += [
        make("mean", .sum), make("lo80"), make("hi80"), make("lo95", outline: 1),
        make("hi95", outline: 1), make("status", outline: 1),
      ]
    }
    return sheet(WorkbookWording.forecasts, WorkbookWording.forecastTitle, columns)
  }

  /// Last plan and this one for every plan year, and why they differ.
  func rolling() -> OutlineSheet? {
    guard let table = context.contents.table("forecast/rolling"),
      let years = table.columns.first(where: { $0.kind == .year })
    else { return nil }
    var seen: Set<Int> = []
    for entry in context.nodeOutline.rows.compactMap(\.entry) {
      table.forEachRecord(of: entry) { record in
        if case .integer(let year) = record[years.name] { seen.insert(year) }
      }
    }
    let columns = seen.sorted().flatMap { year -> [OutlineColumn?] in
      let make = ColumnMaker(
        context: context, table: table, prefix: "\(year).", band: String(year),
        filter: [OutlineColumn.Match(column: years.name, cell: .integer(year))])
      let plans = ["\(year).this_plan", "\(year).last_plan"]
      return [
        make("last_plan", .sum), make("this_plan", .sum),
        make("change", .difference(plans[0], plans[1])),
      ] + ["policy", "headcount", "standard", "one_off", "reference"].map { make($0, outline: 1) }
    }
    return sheet(WorkbookWording.rolling, WorkbookWording.rollingTitle, columns)
  }

  private func sheet(
    _ name: Bilingual, _ title: Bilingual, _ columns: [OutlineColumn?], notes: [String] = []
  ) -> OutlineSheet? {
    let columns = columns.compactMap { $0 }.readingEachOther
    guard !columns.isEmpty, !context.nodeOutline.rows.isEmpty else { return nil }
    let headings = [
      WorkbookWording.levelHeading, WorkbookWording.unitHeading, WorkbookWording.subjectHeading,
      WorkbookWording.nameHeading,
    ]
    return OutlineSheet(
      context: context, name: context(name), title: context(title), notes: notes,
      outline: context.nodeOutline, labelHeadings: headings.map { context($0) }, columns: columns)
  }
}

/// A stage and year that is forecast.
struct ForecastTarget: Hashable, Sendable {
  let stage: Stage
  let year: FiscalYear

  /// Before the names of its columns.
  var prefix: String { "\(stage.rawValue).\(year)." }
}

extension WorkbookContext {
  /// What the total is forecast for: outturns first, then by year.
  var targets: [ForecastTarget] {
    guard let projection = contents.projection, let total = contents.nodes.total else { return [] }
    let all = projection.predictions.of(total).map {
      ForecastTarget(stage: $0.stage, year: $0.year)
    }
    return all.sorted { ($1.stage.index, $0.year) < ($0.stage.index, $1.year) }
  }
}

/// The newest years that a sheet has columns for.
private let mostYears = 12
