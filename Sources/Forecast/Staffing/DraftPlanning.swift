import Analytics

/// The budget of a line in a drafted year, costed from what the last closed year's outturn says.
///
/// A budget tells what was known when it was adopted: the heads at the opening of its year and the
/// rates of that day. Where rates cover the outturn they are the costing. Where something is
/// registered that the history of budgets cannot know (people who came or went since, a rate that
/// changed, what does not recur), what recurs of the outturn is, with what people and rates bring.
struct DraftPlanning {
  private let model: StaffingModel
  private let line: Int
  /// The last year with a budget.
  private let origin: FiscalYear
  private let year: FiscalYear
  /// The year whose outturn speaks.
  private let closed: FiscalYear

  /// Nil where no outturn speaks, or the year is not drafted.
  init?(_ model: StaffingModel, _ line: Int, from origin: FiscalYear, to year: FiscalYear) {
    guard model.isDrafted(year), let last = model.dataset.lastClosedYear else { return nil }
    self.model = model
    self.line = line
    self.origin = origin
    self.year = year
    closed = min(origin, last)
  }

  /// - Parameter own: What is known on the way from the line's own last budget.
  /// - Returns: Nil where the history of budgets is to say it, with what is known put in.
  func plan(besides own: LinePlan) -> LinePlan? {
    guard model.nodes.cell(line, .outturn, closed).money != nil else { return nil }
    let outturn = model.ownPlan(line, .outturn, from: closed, to: year)
    if outturn.covered != nil {
      return closed < origin && own.covered != nil ? nil : costed(outturn)
    }
    // A budget that was adopted since knows what that of the closed year could not.
    return closed == origin && isMoved(outturn) ? costed(outturn) : nil
  }

  private func costed(_ outturn: LinePlan) -> LinePlan {
    var draft = LinePlan(line, .budget, from: closed, to: year, last: outturn.last)
    draft.items = outturn.items
    draft.untold = outturn.untold
    draft.isMeasured = outturn.isMeasured
    draft.intervals = outturn.intervals
    draft.relativeWidth = outturn.relativeWidth
    draft.covered = outturn.covered ?? max(0, outturn.last + outturn.change)
    return draft
  }

  // MARK: What the history of budgets cannot know

  private func isMoved(_ outturn: LinePlan) -> Bool {
    outturn.items.contains { $0.source == .adjustment } || hasRegisteredChange
      || model.staffedLine(line).map { hasMovements($0) || hasNewRate($0) } ?? false
  }

  /// Whether dated movements of the closed year or a later one are of the line's people.
  private func hasMovements(_ staffed: StaffedLine) -> Bool {
    staffed.units.contains { unit in
      staffed.categories.contains { category in
        model.roster.rows(unit, category).contains {
          (closed...year).contains($0.year) && ($0.joiners != 0 || $0.leavers != 0)
        }
      }
    }
  }

  /// Whether a rate or its base changed in the closed year or changes later.
  private func hasNewRate(_ staffed: StaffedLine) -> Bool {
    model.rates.items(staffed, kind: nil).contains { item in
      let starts = item.rates.rates.map(\.from.year)
      return starts.contains { closed <= $0 && $0 <= year } && starts.contains { $0 < closed }
    }
  }

  /// Whether a reason tells of a change against the budget that stays: of heads, rates or the base.
  private var hasRegisteredChange: Bool {
    model.lasting[line]?.contains(closed) ?? false
  }
}

extension Adjustment {
  private static let lastingKinds: Set<String> = [
    "headcount", "rate", "progression", "policy", "scope",
  ]

  /// Whether it tells of a change of heads, rates or the base that an adopted budget did not know
  /// and that stays.
  var isLasting: Bool {
    against == "budget" && stage == .outturn && (recurs == "yes" || recurs == "part")
      && kinds.contains(where: Self.lastingKinds.contains)
  }
}
