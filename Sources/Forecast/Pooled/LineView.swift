import Analytics
import LinearAlgebra

/// The histories that a task looks at.
struct StagePair {
  let target: Histories
  let other: Histories?

  init(_ panel: FiscalPanel) {
    target = panel.season.histories(panel.target)
    other = panel.other.map(panel.season.histories)
  }
}

/// What is known of one line at an origin, in the terms that features are made of. Amounts are in
/// hundredths of the currency unit.
struct LineView {
  let line: Int
  /// The target's value at the origin.
  let current: Double
  /// The other stage's value at the origin.
  let counterpart: Double?
  /// The adopted budget of the year that is forecast.
  let adopted: Double?
  /// The usual size: the mean magnitude of the target's last four values, the other stage's last
  /// two and the adopted budget.
  let scale: Double
  /// The target's last six values.
  let recent: RecentValues
  /// How many values the target has.
  let observations: Int
  /// Spending and budget of the years that have both.
  let pairs: SpendingPairs
  /// The line's place among all by size, from −½ to ½.
  var rank = 0.0

  /// - Parameters:
  ///   - start: The first place that is comparable; nothing before it is used.
  ///   - adopted: The adopted budget of the target year, where the task uses it.
  /// - Returns: Nil where the line has no value of the target at the place, or is worth nothing.
  init?(
    _ stages: StagePair, line: Int, since start: Int, at place: Int, adopted: Double?
  ) {
    let past = stages.target.past(line, since: start, upTo: place)
    guard past.lastPlace == place, let current = past.lastValue else { return nil }
    let other = stages.other?.past(line, since: start, upTo: place)
    self.line = line
    self.current = current
    self.adopted = adopted
    counterpart = other.flatMap { $0.lastPlace == place ? $0.lastValue : nil }
    recent = RecentValues(past.values)
    observations = past.count
    pairs =
      stages.target.stage == .budget
      ? SpendingPairs(spending: other, budget: past, at: place)
      : SpendingPairs(spending: past, budget: other, at: place)
    scale = Self.scale(past, other, adopted)
    guard scale > 0 else { return nil }
  }

  private static func scale(_ past: Past, _ other: Past?, _ adopted: Double?) -> Double {
    var (sum, count) = (0.0, 0)
    func add(_ values: ArraySlice<Double>) {
      for value in values { sum += abs(value) }
      count += values.count
    }
    add(past.values.suffix(4))
    if let other { add(other.values.suffix(2)) }
    if let adopted {
      sum += abs(adopted)
      count += 1
    }
    return sum / Double(count)
  }

  // MARK: In scales

  /// An amount in scales, from −3 to 3; 0 where it is not known.
  func inScales(_ amount: Double?) -> Double {
    guard let amount else { return 0 }
    return max(-3, min(3, amount / scale))
  }

  /// The anchor: the adopted budget where the task uses it, else the current value.
  var level: Double { inScales(adopted ?? current) }

  /// The adopted budget less an amount.
  func adoptedLess(_ amount: Double?) -> Double {
    guard let adopted, let amount else { return 0 }
    return inScales(adopted - amount)
  }

  /// The mean magnitude of the last five changes; nil for one value.
  var volatility: Double? { recent.meanMove.map { $0 / scale } }
}
