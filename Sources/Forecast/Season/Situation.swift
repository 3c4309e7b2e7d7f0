import Analytics

/// Lines that behave alike, and whose errors are measured together.
enum Group: Hashable, CaseIterable {
  case moving, short, constant, allZero, ended
}

/// One line at one origin: the question, and what kind of line it is there.
struct Situation {
  let question: Question
  let group: Group
  let status: Status

  /// - Returns: Nil for a line with nothing to start from.
  init?(_ season: Season, line: Int, stage: Stage, origin: Int, horizon: Int) {
    let histories = season.histories(stage)
    let past = histories.past(line, upTo: origin)
    let budget = season.budget(line, at: origin + horizon, for: stage)
    guard let last = past.lastPlace else {
      guard budget != nil else { return nil }
      question = Question(line: line, past: past, steps: horizon, budget: budget)
      (group, status) = (.short, .short)
      return
    }
    question = Question(line: line, past: past, steps: origin + horizon - last, budget: budget)
    if last < origin, let gone = Situation.gone(season, line, stage, origin) {
      (group, status) = (.ended, gone)
    } else {
      let isPlanned = (budget ?? 0) != 0
      (group, status) = Situation.shape(past, isLate: last < origin, isPlanned: isPlanned)
    }
  }

  /// How a line without a value at the origin is gone, or nil where its unit is only late: it
  /// has nothing at the origin, and had something at some stage a year before the newest outturns.
  private static func gone(
    _ season: Season, _ line: Int, _ stage: Stage, _ origin: Int
  ) -> Status? {
    let panel = season.nodes.panel
    if panel.isRest(line) { return .ended }
    // A unit that has been silent for longer than a year is gone, not late.
    guard season.unitIsPublished(line, stage, at: origin) else {
      return season.unitIsGone(line, stage, at: origin) ? .ended : nil
    }
    guard origin < season.calendar.years.count,
      let plane = panel.plane(stage, season.calendar.years[origin])
    else { return nil }
    return panel.isInsideRest(line, plane: plane) ? .fallback(.insideRest) : .ended
  }

  /// - Parameter isPlanned: Whether a budget that is not zero is adopted: what never moved may move
  ///   then.
  private static func shape(_ past: Past, isLate: Bool, isPlanned: Bool) -> (Group, Status) {
    if past.isZero { return (isPlanned ? .short : .allZero, isLate ? .late : .allZero) }
    if past.count == 1 { return (.short, isLate ? .late : .short) }
    if past.isConstant {  // two equal years are no habit yet
      return (past.count > 2 ? .constant : .short, isLate ? .late : .constant)
    }
    return (.moving, isLate ? .late : .local)
  }

  /// Whether a published rest has the line's amount, and the rest's forecast its own.
  var isInsideRest: Bool { status == .fallback(.insideRest) }

  var basis: Basis { question.budget == nil ? .history : .budget }
}
