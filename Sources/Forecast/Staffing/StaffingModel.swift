import Analytics

/// People, dates and rates, ready to say what they make of each line.
///
/// Nothing in it changes; it is shared by reference, because thousands of plans hold it.
public final class StaffingModel: Sendable {
  public let dataset: Dataset
  public let nodes: NodeTable
  public let roster: Roster
  /// Whose cost per head nothing may tell.
  public let privacy: Privacy
  let lines: StaffedLines
  let rates: RateCosting
  let rateBase: RateBase
  let base: Normalisation
  let evidence: HeadcountEvidence
  let irregular: IrregularEvents
  let parts: LineParts
  /// Reasons that give a rate before and after, and no date, by line.
  let undated: [Int: [Adjustment]]
  /// The years whose outturn has a change that stays and that their budgets did not know, by line.
  let lasting: [Int: Set<FiscalYear>]
  /// The last year whose budget is adopted.
  private let lastBudget: FiscalYear?
  private let costs: [String: [Int: Double]]
  private let staffed: [Int: StaffedLine]

  /// - Parameters:
  ///   - base: What does not recur, of the same nodes.
  ///   - privacy: Whose cost per head nothing may tell.
  public init(
    _ dataset: Dataset, _ nodes: NodeTable, _ roster: Roster, _ base: Normalisation,
    privacy: Privacy = .none
  ) {
    self.dataset = dataset
    self.nodes = nodes
    self.roster = roster
    self.base = base
    self.privacy = privacy
    lines = StaffedLines(nodes.panel, dataset, roster)
    rates = RateCosting(dataset, roster)
    rateBase = RateBase(dataset, nodes.panel)
    evidence = HeadcountEvidence(dataset, nodes, lines, roster)
    irregular = IrregularEvents(dataset, nodes)
    parts = LineParts(dataset.accounts, nodes.panel)
    var adjusted = AdjustedLines(nodes)
    undated = dataset.adjustments.filter { $0.rateChange != nil && $0.against == "budget" }
      .reduce(into: [:]) { undated, adjustment in
        if let line = adjusted.line(of: adjustment) {
          undated[line, default: []].append(adjustment)
        }
      }
    lasting = dataset.adjustments.filter(\.isLasting).reduce(into: [:]) { lasting, adjustment in
      if let line = adjusted.line(of: adjustment) {
        lasting[line, default: []].insert(adjustment.year)
      }
    }
    lastBudget = dataset.lastBudgetYear
    staffed = Dictionary(uniqueKeysWithValues: lines.lines.map { ($0.line, $0) })
    costs = StaffingModel.costs(lines, nodes, roster)
  }

  /// Whether no line is driven by people.
  public var isEmpty: Bool { lines.lines.isEmpty }

  /// Hundredths of the currency unit in one of the amount unit.
  var cents: Double { Double(dataset.amountUnit.cents) }

  func staffedLine(_ line: Int) -> StaffedLine? { staffed[line] }

  /// Whether what an item brings would tell the cost of few heads.
  public func hides(_ item: LinePlan.Item, of plan: LinePlan) -> Bool {
    guard privacy != .none, let category = item.category else { return false }
    let units = staffed[plan.line]?.units ?? []
    let closing = roster.heads(units, category, plan.year).closing
    return privacy.hides(closing.units / HeadYears(headThousandths: 1).units)
  }

  /// What a person-year of each category costs on the lines of a subject, by category.
  func costs(of subject: String) -> [Int: Double] { costs[subject] ?? [:] }

  private static func costs(
    _ lines: StaffedLines, _ nodes: NodeTable, _ roster: Roster
  ) -> [String: [Int: Double]] {
    let bySubject = Dictionary(grouping: lines.lines, by: \.subject)
    return bySubject.mapValues { lines in
      let categories = Array(Set(lines.flatMap(\.categories))).sorted()
      guard categories.count > 1 else { return [:] }
      let observations = lines.flatMap { line in
        nodes.panel.years.compactMap { year in
          observation(line, categories, year, nodes, roster)
        }
      }
      let fit = CategoryCosts(observations, categories: categories.count)
      return Dictionary(uniqueKeysWithValues: zip(categories, fit.costs))
    }
  }

  private static func observation(
    _ line: StaffedLine, _ categories: [Int], _ year: FiscalYear, _ nodes: NodeTable,
    _ roster: Roster
  ) -> CategoryCosts.Observation? {
    guard let amount = nodes.cell(line.line, .outturn, year).money else { return nil }
    let years = categories.map { category in
      line.categories.contains(category)
        ? roster.heads(line.units, category, year).personYears.value : 0
    }
    return CategoryCosts.Observation(
      year: year, personYears: years, amount: Double(amount.cents))
  }

  /// Whether a year's budget is to be drafted: its planned heads are known to who drafts it.
  func isDrafted(_ year: FiscalYear) -> Bool { lastBudget.map { $0 < year } ?? true }

  /// Heads as a stage counts them: an adopted budget those at the opening of its year, a draft
  /// those that are planned, and outturns those that came.
  func counted(_ heads: Roster.Heads, _ stage: Stage, _ year: FiscalYear) -> HeadYears {
    isDrafted(year) ? heads.personYears : heads.counted(stage)
  }

  /// What is known of a line on the way from its last year to a later one; nil where nothing is.
  public func plan(
    _ line: Int, _ stage: Stage, from origin: FiscalYear, to year: FiscalYear
  ) -> LinePlan? {
    let own = ownPlan(line, stage, from: origin, to: year)
    if stage == .budget,
      let draft = DraftPlanning(self, line, from: origin, to: year)?.plan(besides: own)
    {
      return draft
    }
    return own.isEmpty ? nil : own
  }

  /// What is known on the way from the stage's own last year.
  func ownPlan(
    _ line: Int, _ stage: Stage, from origin: FiscalYear, to year: FiscalYear
  ) -> LinePlan {
    let last = nodes.cell(line, stage, origin).money
    var plan = LinePlan(
      line, stage, from: origin, to: year, last: Double((last ?? .zero).cents))
    BasePlanning(self).add(to: &plan)
    if let staffed = staffed[line] {
      plan.isMeasured =
        !roster.hasPlan || roster.projectedYears(from: origin, to: year) == 0
      PeoplePlanning(self, staffed).add(to: &plan)
    }
    plan.untold = Set(plan.items.filter { hides($0, of: plan) }.map(\.step))
    return plan
  }

  /// What leaves a line's base; of a revised budget that the outturn has used up, the same as of the
  /// outturn.
  func leaving(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> [Adjustment] {
    let own = base.leaving(line, stage, year)
    guard own.isEmpty, stage == .revised,
      nodes.cell(line, .revised, year) == nodes.cell(line, .outturn, year)
    else { return own }
    return base.leaving(line, .outturn, year)
  }
}
