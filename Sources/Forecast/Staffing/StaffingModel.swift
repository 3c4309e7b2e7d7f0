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
    undated = dataset.adjustments.filter { $0.rateChange != nil && $0.against == "budget" }
      .reduce(into: [:]) { undated, adjustment in
        if let line = nodes.line(of: adjustment) { undated[line, default: []].append(adjustment) }
      }
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

  /// What is known of a line on the way from its last year to a later one; nil where nothing is.
  public func plan(
    _ line: Int, _ stage: Stage, from origin: FiscalYear, to year: FiscalYear
  ) -> LinePlan? {
    if stage == .budget, let draft = draft(line, from: origin, to: year) { return draft }
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
    return plan.isEmpty ? nil : plan
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

  /// The budget of a line whose last outturn holds what does not recur: what recurs of that outturn,
  /// with what people and rates bring. History would take the rest for a habit.
  private func draft(_ line: Int, from origin: FiscalYear, to year: FiscalYear) -> LinePlan? {
    guard !base.leaving(line, .outturn, origin).isEmpty, origin <= dataset.lastClosedYear ?? origin,
      let outturn = plan(line, .outturn, from: origin, to: year)
    else { return nil }
    var draft = LinePlan(line, .budget, from: origin, to: year, last: outturn.last)
    draft.items = outturn.items
    draft.untold = outturn.untold
    draft.isMeasured = outturn.isMeasured
    draft.intervals = outturn.intervals
    draft.relativeWidth = outturn.relativeWidth
    draft.covered = outturn.covered ?? max(0, outturn.last + outturn.change)
    return draft
  }
}
