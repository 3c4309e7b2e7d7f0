import Analytics

/// Years of a panel that teach nothing about the next: a reorganised chart of accounts, budgets
/// rolled over, a year that is not complete.
///
/// Coefficients learned across such a year would carry its shock on. Nothing is dropped from the
/// tables; regressions leave these years out, and the forecasts say so.
public struct PanelBreaks: Sendable {
  /// What is wrong with a year of a stage.
  public enum Kind: String, Hashable, Sendable {
    /// Lines have changed their meaning, or were restated: most amounts are others.
    case reorganised
    /// Nearly all budgets are those of the year before.
    case rolledOver = "rolled_over"
    /// Nearly all outturns are far below those of the year before, and budgets are not.
    case partYear = "part_year"
  }

  /// One such year.
  public struct Break: Hashable, Sendable {
    /// Nil for a reorganisation, which bears on all stages.
    public let stage: Stage?
    public let year: FiscalYear
    public let kind: Kind
  }

  /// All such years, in their order.
  func all(_ calendar: PanelCalendar) -> [Break] {
    let others = kinds.flatMap { stage, places in
      places.map { Break(stage: stage, year: calendar.years[$0], kind: $1) }
    }
    let breaks =
      others
      + reorganisations.map {
        Break(stage: nil, year: calendar.years[$0], kind: .reorganised)
      }
    return breaks.sorted { ($0.year, $0.stage?.index ?? -1) < ($1.year, $1.stage?.index ?? -1) }
  }

  /// Places from which on lines mean what they mean today, rising; 0 is not among them.
  let reorganisations: [Int]
  /// The other kinds, by place.
  private let kinds: [Stage: [Int: Kind]]

  /// - Parameter stages: Those that are looked at together.
  init(_ season: Season, _ stages: [Stage]) {
    let moves = stages.filter(season.stages.contains).map {
      (stage: $0, steps: YearStep.all(season.histories($0)))
    }
    let places = season.calendar.years.indices.dropFirst()
    var reorganisations: [Int] = []
    var kinds: [Stage: [Int: Kind]] = [:]
    for place in places {
      let steps = moves.map { (stage: $0.stage, step: $0.steps[place]) }
      if steps.contains(where: \.step.isReorganised) { reorganisations.append(place) }
      for (stage, step) in steps {
        if stage == .budget, step.isRolledOver { kinds[stage, default: [:]][place] = .rolledOver }
        let budget = steps.first { $0.stage == .budget }?.step
        if stage != .budget, step.isPartYear, !(budget?.isFall ?? false) {
          kinds[stage, default: [:]][place] = .partYear
        }
      }
    }
    self.reorganisations = reorganisations
    self.kinds = kinds
  }

  func kind(_ stage: Stage, at place: Int) -> Kind? { kinds[stage]?[place] }

  /// What bears on forecasts from a place: the newest of the last four steps to it, or nil.
  func recent(_ stage: Stage, at place: Int) -> Kind? {
    if let kind = kind(stage, at: place) { return kind }
    return start(of: place) > max(0, place - 4) ? .reorganised : nil
  }

  /// The first place that has the chart of accounts of a place.
  func start(of place: Int) -> Int { reorganisations.last { $0 <= place } ?? 0 }

  /// Whether a step from one place to another teaches something.
  func isComparable(from origin: Int, to place: Int, _ stage: Stage) -> Bool {
    start(of: origin) == start(of: place) && kind(stage, at: place) == nil
  }
}

/// How one stage moves from one panel year to the next.
private struct YearStep {
  /// Lines with both years.
  private var kept = 0
  /// Those of them that are not 0 in both.
  private var both = 0
  /// Lines with either.
  private var either = 0
  private var unchanged = 0
  private var fallen = 0
  private var (before, after) = (0.0, 0.0)
  /// Σ√*σ* |*b* − *a*| / *σ* and Σ√*σ*, with *σ* the mean magnitude of both years.
  private var (change, weight) = (0.0, 0.0)

  /// Fewer lines show nothing about all.
  private static let fewestLines = 10

  /// The steps to each place, of which the first has nothing before it.
  static func all(_ histories: Histories) -> [YearStep] {
    let last = histories.calendar.lastPlace
    var steps = [YearStep](repeating: YearStep(), count: last + 1)
    for line in 0..<histories.lineCount {
      let past = histories.past(line, upTo: last)
      var before: (place: Int, value: Double)?
      for (place, value) in zip(past.places.lazy.map(Int.init), past.values) {
        if let (earlier, _) = before, earlier < place - 1 { steps[earlier + 1].either += 1 }
        steps[place].either += 1
        if let before, before.place == place - 1 { steps[place].add(before.value, value) }
        before = (place, value)
      }
      if let (newest, _) = before, newest < last { steps[newest + 1].either += 1 }
    }
    return steps
  }

  /// A line with both years.
  private mutating func add(_ a: Double, _ b: Double) {
    kept += 1
    let size = (abs(a) + abs(b)) / 2
    guard size > 0 else { return }
    both += 1
    if a == b { unchanged += 1 }
    if b < 0.9 * a { fallen += 1 }
    before += a
    after += b
    change += size.squareRoot() * abs(b - a) / size
    weight += size.squareRoot()
  }

  private var isSeen: Bool { both >= Self.fewestLines && weight > 0 }

  /// The mean relative change is above what the overlap of lines allows: where all lines go on it
  /// is 1.2, where a tenth do it is 0.66. In years without a break it is seldom above 0.5.
  var isReorganised: Bool {
    isSeen && change / weight > 0.6 + 0.6 * Double(kept) / Double(either)
  }

  var isRolledOver: Bool { isSeen && Double(unchanged) >= 0.95 * Double(both) }

  var isPartYear: Bool { isSeen && after < 0.75 * before && Double(fallen) >= 0.8 * Double(both) }

  var isFall: Bool { isSeen && after < 0.9 * before }
}
