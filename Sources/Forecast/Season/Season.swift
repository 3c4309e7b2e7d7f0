import Analytics

/// From where a stage is forecast.
public enum OriginRule: String, CaseIterable, Sendable {
  /// The stage's last year with values in the dataset.
  case stage
  /// Each series' own last value.
  case series
}

/// One thing to forecast for all lines: a stage, so many panel years after its origin.
public struct Target: Hashable, Sendable {
  public let stage: Stage
  public let horizon: Int
}

/// A dataset as forecasting sees it: the histories of each stage, their origins, and the targets.
public struct Season: Sendable {
  public let nodes: NodeTable
  public let calendar: PanelCalendar
  public let rule: OriginRule
  private let histories: [Stage: Histories]
  /// Unit × place: whether the unit has any value at the stage there.
  private let published: [Stage: [Set<Int32>]]

  public init(_ nodes: NodeTable, rule: OriginRule) {
    self.nodes = nodes
    self.rule = rule
    let panel = nodes.panel
    calendar = PanelCalendar(panel)
    var histories: [Stage: Histories] = [:]
    var published: [Stage: [Set<Int32>]] = [:]
    for stage in panel.stages {
      let known = Histories(panel, stage)
      histories[stage] = known
      published[stage] = Season.publishedUnits(panel, known)
    }
    self.histories = histories
    self.published = published
  }

  /// By place, the units that have any value.
  private static func publishedUnits(_ panel: Panel, _ histories: Histories) -> [Set<Int32>] {
    var units = [Set<Int32>](repeating: [], count: panel.years.count)
    for line in panel.lines.indices {
      for place in histories.places(line) { units[Int(place)].insert(panel.lines[line].unit) }
    }
    return units
  }

  public var stages: [Stage] { nodes.panel.stages }

  public func histories(_ stage: Stage) -> Histories { histories[stage]! }

  /// The place from which a line is forecast, or nil if it has nothing to start from.
  public func origin(_ stage: Stage, line: Int) -> Int? {
    switch rule {
    case .stage: histories[stage]?.origin
    case .series: histories[stage]?.lastPlace(line)
    }
  }

  /// The targets of a stage: every year after its origin up to the last year of any stage and
  /// `horizon` more.
  public func targets(_ stage: Stage, horizon: Int) -> [Target] {
    guard let origin = histories[stage]?.origin else { return [] }
    let last = rule == .stage ? calendar.lastPlace - origin + horizon : horizon
    return (1...max(1, last)).map { Target(stage: stage, horizon: $0) }
  }

  /// The adopted budget of a line at a place, for the stages that come after budgets.
  public func budget(_ line: Int, at place: Int, for stage: Stage) -> Double? {
    stage == .budget ? nil : histories[.budget]?.value(line, at: place)
  }

  public func unitIsPublished(_ line: Int, _ stage: Stage, at place: Int) -> Bool {
    guard let units = published[stage], units.indices.contains(place) else { return false }
    return units[place].contains(nodes.panel.lines[line].unit)
  }

  /// Whether the unit of a line has been silent for longer than a year: it has nothing at any stage
  /// in the newest year with outturns, in the year before it, and since.
  ///
  /// - Parameter origin: The place from which the stage is forecast. Of each stage that is known
  ///   then what was known as long after or before it as today.
  func unitIsGone(_ line: Int, _ stage: Stage, at origin: Int) -> Bool {
    guard let own = histories[stage]?.origin else { return true }
    let closed = min(own, histories[.outturn]?.origin ?? own)
    let first = origin - own + closed - 1
    return !stages.contains { other in
      guard let last = histories[other]?.origin else { return false }
      let newest = origin - own + last
      return first <= newest
        && (first...newest).contains { unitIsPublished(line, other, at: $0) }
    }
  }
}
