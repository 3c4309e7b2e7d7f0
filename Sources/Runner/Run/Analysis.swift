import Analytics
import Forecast
import Reports

/// Everything that is computed from a dataset, and the tables that show it.
struct Analysis {
  /// As it was read: what the checks speak of.
  let dataset: Dataset
  let panel: Panel
  let nodes: NodeTable
  let figures: FigureChecks
  let findings: [Finding]
  /// What is known of the years to come as the dataset stands.
  private let outlook: Outlook
  /// Next year's draft; nil where no forecast was asked for, or lines have origins of their own.
  let draft: Draft?
  /// The plan that this one is held against.
  var lastPlan: LastPlan?
  /// What scenarios change.
  let comparisons: [ScenarioComparison]
  /// Whose cost per head the tables show.
  let privacy: Privacy

  /// - Parameters:
  ///   - forecast: How to forecast, or nil for a command that needs none.
  ///   - checks: Those whose findings are wanted.
  ///   - privacy: Whose cost per head the tables show.
  ///   - scenarios: Datasets that differ in what is planned, by name.
  /// - Throws: A `Failure` if ceilings contradict each other.
  init(
    _ dataset: Dataset, forecast: ProjectionOptions? = nil, checks: [Check] = [],
    privacy: Privacy = .none, scenarios: [(name: String, dataset: Dataset)] = []
  ) throws {
    self.dataset = dataset
    self.privacy = privacy
    let crosswalk = Crosswalk(dataset.crosswalk)
    panel = Panel(dataset).restated(by: crosswalk)
    nodes = NodeTable(panel)
    let restated = crosswalk.restated(dataset)
    let outlook = try Outlook(restated, nodes, forecast, privacy)
    self.outlook = outlook
    draft = outlook.projection.flatMap { [nodes] projection in
      guard forecast?.origin == .stage else { return nil }
      return Draft(
        DraftSources(
          dataset: restated, nodes: nodes, base: outlook.base, projection: projection,
          changes: outlook.changes))
    }
    comparisons = try outlook.comparisons(
      scenarios.map { ($0.name, crosswalk.restated($0.dataset, accounts: restated.accounts)) },
      nodes, forecast, privacy)
    let checked = CheckedDataset(
      dataset.noting(scenarios.map(\.dataset)), nodes, crosswalk.isEmpty ? outlook.roster : nil,
      privacy: privacy,
      horizon: forecast?.horizon ?? 1)
    figures = checked.tieOut.figures
    findings =
      checked.findings(checks)
      + Self.findings(outlook.projection, besides: checks, dataset)
  }

  /// Ceilings that forecasts have left aside; those that a check has found are told already.
  private static func findings(
    _ projection: Projection?, besides checks: [Check], _ dataset: Dataset
  ) -> [Finding] {
    let isChecked = checks.contains { $0.name == UnappliedCeiling.rule }
    let notices = projection?.notices ?? []
    return notices.filter { !isChecked || $0.obstacle == .noLastAmount }.map {
      $0.finding(dataset)
    }
  }

  /// In the newest classification: what is compared.
  var restated: Dataset { outlook.dataset }
  var base: Normalisation { outlook.base }
  var roster: Roster { outlook.roster }
  /// Nil where no forecast was asked for.
  var projection: Projection? { outlook.projection }

  func count(_ severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// What the page, the workbook and the narrative are made of.
  var contents: RunContents {
    let finalAccounts = FinalAccounts(restated, nodes)
    return RunContents(
      dataset: dataset, nodes: nodes, projection: projection, finalAccounts: finalAccounts,
      tables: tables + Table.disclosure(finalAccounts, dataset))
  }

  /// The tables of a run in the order they are written. Tables of items that the dataset does
  /// not have are left out.
  var tables: [Table] {
    var tables = [
      Table.findings(findings), .yearOnYear(YearOnYear(nodes), dataset),
      .execution(Execution(nodes), dataset), .bridge(bridge, dataset),
      .structure(nodes, breakdowns, dataset),
    ]
    tables += [.series(nodes, base, dataset), .trend(nodes, base, dataset)]
    if !dataset.headcount.isEmpty {
      tables.append(.perHead(nodes, roster, dataset, privacy: privacy))
    }
    tables += reliabilityTables
    if !dataset.figures.isEmpty { tables.append(.figures(figures)) }
    return tables + forecastTables + staffingTables + itemTables
  }

  /// People and what they cost, where the dataset has such.
  var staffingTables: [Table] {
    guard !roster.rows.isEmpty else { return [] }
    let tables = [Table.personYears(roster)]
    guard let staffing = outlook.staffing, !staffing.isEmpty, let projection else { return tables }
    let costs = StaffingProjection(staffing, projection)
    let scenarios: [Table] =
      comparisons.isEmpty ? [] : [.scenarios(comparisons, nodes, dataset)]
    return tables + scenarios + [
      .costs(costs, dataset), .staffingExplanations(costs, dataset),
      .staffingSteps(costs, dataset), .headcountResponse(projection, dataset),
    ]
  }

  /// Findings, and figures where there are such.
  var checkTables: [Table] {
    [.findings(findings)] + (dataset.figures.isEmpty ? [] : [.figures(figures)])
  }

  /// PEFA, where a year has a budget and an outturn, and reasons, where some are registered.
  private var reliabilityTables: [Table] {
    let pefa = Pefa(restated, nodes)
    let reasons = Reasons(restated, nodes)
    return (pefa.rows.isEmpty ? [] : [.pefa(pefa), .pefaHeads(pefa, dataset)])
      + (reasons.rows.isEmpty ? [] : [.reasons(reasons, dataset)])
  }

  var forecastTables: [Table] {
    guard let projection else { return [] }
    var tables: [Table] = [
      .forecasts(projection, nodes, dataset), .accuracy(projection, dataset),
      .explanations(projection, nodes, dataset),
    ]
    if let draft { tables.append(.draft(draft, dataset)) }
    if let lastPlan {
      tables.append(.rolling(RollingPlan(lastPlan, projection, nodes), nodes, dataset))
    }
    return tables
  }

  private var bridge: Bridge {
    guard let projection else { return Bridge(nodes) }
    return Bridge(nodes) { projection.mean($0, $1, $2) }
  }

  /// The breakdowns that the accounts have.
  private var breakdowns: [Breakdown] {
    [Dimension.kind, .economic, .fund, .project].map {
      Breakdown($0, of: restated.accounts, panel: panel)
    }.filter { !$0.units.isEmpty }
  }

  private var itemTables: [Table] {
    let memos = dataset.memoItems
    let publicExpenses = memos.filter { $0.role?.hasPrefix("three_public") ?? false }
    let runningCost = memos.filter { $0.role?.hasPrefix("running_cost") ?? false }
    let projects = Breakdown(.project, of: restated.accounts, panel: panel)
    let all: [(String, String, String, ItemComparison)] = [
      ("three_public", "“三公”经费", "Three public expenses", ItemComparison(publicExpenses)),
      ("running_cost", "机关运行经费", "Running cost", ItemComparison(runningCost)),
      ("projects", "项目支出", "Projects", projectComparison(projects)),
      ("balances", "资产负债", "Balances", ItemComparison(dataset.balanceItems)),
      ("receipts", "收入", "Receipts", ItemComparison(restated.receiptItems, shareOfSum: true)),
      ("memos", "其他事项", "Memos", ItemComparison(memos)),
    ]
    return all.filter { !$0.3.rows.isEmpty }.map { name, zh, en, comparison in
      .items(name, title: Bilingual(zh: zh, en: en), comparison, dataset, units: panel.units)
    }
  }

  /// Projects and their sub-items, each with its share of all projects.
  private func projectComparison(_ breakdown: Breakdown) -> ItemComparison {
    ItemComparison(dataset.projectItems(breakdown, panel: panel), shareOfSum: true)
  }
}

extension Dataset {
  /// The dataset with what was noticed of scenarios, which have its own notes too.
  fileprivate func noting(_ scenarios: [Dataset]) -> Dataset {
    var noted = self
    for scenario in scenarios { noted.notes += scenario.notes.dropFirst(notes.count) }
    return noted
  }
}
