import Analytics

/// A dataset as a pooled regression sees it: spending and budget of every line by place, and the
/// groups that lines belong to.
struct FiscalPanel: Sendable {
  let season: Season
  let task: FiscalTask
  /// The stage that is forecast.
  let target: Stage
  /// The stage of what is spent: the target, or for budgets the outturn.
  let spending: Stage?
  /// The stage of what is planned.
  let budget: Stage?
  let units: Grouping
  let subjects: Grouping
  /// The years that teach nothing.
  let breaks: PanelBreaks

  init(_ season: Season, target: Stage, _ task: FiscalTask) {
    self.season = season
    self.target = target
    self.task = task
    let stages = season.stages
    spending = target != .budget ? target : [.outturn, .revised].first(where: stages.contains)
    budget = stages.contains(.budget) ? .budget : nil
    let lines = season.nodes.panel.lines
    breaks = PanelBreaks(season, [spending, budget].compactMap(\.self))
    units = Grouping(lines.map(\.unit))
    subjects = Grouping(lines.map(\.subject))
  }

  /// The stage beside the target.
  var other: Stage? { target == .budget ? spending : budget }

  var lineCount: Int { season.nodes.panel.lines.count }
}

/// The group of each line, numbered from 0.
struct Grouping: Sendable {
  let groupOf: [Int]
  let count: Int

  init(_ codes: [Int32]) {
    var numbers: [Int32: Int] = [:]
    groupOf = codes.map { code in
      if let number = numbers[code] { return number }
      let number = numbers.count
      numbers[code] = number
      return number
    }
    count = numbers.count
  }
}
