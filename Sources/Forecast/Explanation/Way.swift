/// The way from a line's last figure to its forecast before reconciliation, in hundredths of the
/// currency unit.
struct Way: Hashable, Sendable {
  /// The last known figure of the stage; 0 for a line that has none, or has ended.
  var lastYear = 0.0
  /// What is decided: an adopted budget, assumptions, projects that end.
  var known = 0.0
  /// What the line's own figures say.
  var ownTrend = 0.0
  /// What lines of its size, liveliness, unit and subject have done.
  var similarLines = 0.0
  /// Whether it leads over an adopted budget.
  var startsFromAdopted = false

  var forecast: Double { lastYear + known + ownTrend + similarLines }

  /// The way to another amount, such as 0 where amounts are never negative: what was learned is
  /// cut back in proportion.
  func ending(at amount: Double) -> Way {
    let (wanted, learned) = (amount - lastYear - known, ownTrend + similarLines)
    let part = learned == 0 ? 0 : wanted / learned
    var way = self
    if (0...1).contains(part) { way.similarLines *= part }
    way.ownTrend = wanted - way.similarLines
    return way
  }

  /// The way of a line of which only so large a part goes on.
  func remaining(_ part: Double) -> Way {
    var way = self
    way.known = part * known - (1 - part) * lastYear
    way.ownTrend *= part
    way.similarLines *= part
    return way
  }

  /// All amounts of its steps but those that are 0.
  var steps: [StepAmount] {
    [
      StepAmount(.lastYear, lastYear), StepAmount(.known, known),
      StepAmount(.ownTrend, ownTrend), StepAmount(.similarLines, similarLines),
    ].filter { $0.amount != 0 }
  }
}

/// A method that says how it comes to its forecast. What others add to the last value is the
/// line's own trend.
protocol ExplainedMethod: ForecastMethod {
  func way(_ question: Question) -> Way?
}

extension ForecastMethod {
  /// From the last value by the own trend.
  func plainWay(_ question: Question) -> Way? {
    forecast(question).map { forecast in
      let last = question.past.lastValue ?? 0
      return Way(lastYear: last, ownTrend: forecast - last)
    }
  }
}

extension AdoptedBudget: ExplainedMethod {
  func way(_ question: Question) -> Way? {
    question.budget.map { budget in
      let last = question.past.lastValue ?? 0
      return Way(lastYear: last, known: budget - last, startsFromAdopted: true)
    }
  }
}

extension Mixture {
  /// The mixture of the ways of methods, as `mixed` mixes their forecasts.
  ///
  /// - Parameter way: Of the method at a place, or nil where it has none.
  func way(_ way: (Int) -> Way?) -> Way? {
    let ways = shares.indices.map { shares[$0] > 0 ? way($0) : nil }
    guard ways.contains(where: { $0 != nil }) else { return nil }
    func mixed(_ part: (Way) -> Double) -> Double { self.mixed { ways[$0].map(part) } ?? 0 }
    return Way(
      lastYear: mixed(\.lastYear), known: mixed(\.known), ownTrend: mixed(\.ownTrend),
      similarLines: mixed(\.similarLines),
      startsFromAdopted: ways.contains { $0?.startsFromAdopted ?? false })
  }
}
