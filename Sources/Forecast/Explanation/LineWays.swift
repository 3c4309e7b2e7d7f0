import Analytics

/// How lines come to their forecasts of one target, and what is known of them beforehand.
struct LineWays {
  /// The steps of lines before reconciliation; nil where they were not asked for.
  private(set) var steps: StepTable?
  private let season: Season
  private let changes: KnownChanges
  /// By line; only where something is known of lines.
  private var ways: [Int: PlannedWay] = [:]
  /// Those of the target before, one panel year earlier.
  private var before: [Int: PlannedWay] = [:]

  init(_ season: Season, _ changes: KnownChanges, explains: Bool) {
    self.season = season
    self.changes = changes
    steps = explains ? StepTable(count: season.nodes.nodes.count) : nil
  }

  /// Those of the next target, empty as yet.
  var next: LineWays {
    var next = LineWays(season, changes, explains: steps != nil)
    next.before = ways
    return next
  }

  /// A line's way; nil where nobody asks for it.
  ///
  /// - Parameter model: What the regression says.
  func way(
    _ situation: Situation, _ stage: Stage, _ year: FiscalYear, model: () -> Way
  ) -> PlannedWay? {
    guard steps != nil || !changes.isEmpty else { return nil }
    let (model, line) = (model(), situation.question.line)
    return changes.planned(
      model, line, stage, year, basis: situation.basis,
      from: start(model, situation.question, stage), after: before[line])
  }

  /// The stage and year of the amount that a way starts from.
  private func start(
    _ model: Way, _ question: Question, _ stage: Stage
  ) -> (stage: Stage, year: FiscalYear)? {
    let adopted =
      model.startsFromAdopted ? season.histories(.budget).lastPlace(question.line) : nil
    let place = adopted ?? question.past.lastPlace
    return place.flatMap { place in
      season.calendar.year(at: place).map { (adopted == nil ? stage : .budget, $0) }
    }
  }

  /// Takes a line's forecast in.
  ///
  /// - Parameters:
  ///   - amount: Where its way ends, after what cannot be negative has been cut off.
  ///   - known: What takes its place.
  mutating func take(
    _ line: Int, _ planned: PlannedWay?, endingAt amount: Double, _ known: KnownForecast?
  ) {
    if !changes.isEmpty { ways[line] = planned }
    guard steps != nil else { return }
    let way = planned?.way.ending(at: amount) ?? Way()
    steps!.add(known.map { $0.allSteps(from: way.lastYear) } ?? way.steps, to: line)
  }
}

extension KnownForecast {
  /// Its steps; without any, what it adds to the last figure is known.
  fileprivate func allSteps(from lastYear: Double) -> [StepAmount] {
    guard steps.isEmpty else { return steps }
    return Way(lastYear: lastYear, known: mean - lastYear).steps
  }
}
