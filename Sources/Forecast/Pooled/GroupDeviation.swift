/// By how much each group's ratio Σ*d* / Σσ departs from that of all lines, drawn to nothing where
/// few lines make the group up.
///
/// With *E* = (Σσ)² / Σσ² lines of equal size in effect, the departure counts *E* / (*E* + 5).
struct GroupDeviation: Sendable {
  private let values: [Double]
  private let grouping: Grouping

  private static let shrinkage = 5.0

  /// - Parameters:
  ///   - ratios: *d* and σ ≥ 0 of each line; nil where it takes no part.
  ///   - limit: No departure is larger.
  init(_ grouping: Grouping, _ ratios: [(change: Double, size: Double)?], limit: Double) {
    self.grouping = grouping
    var sums = Array(repeating: Sums(), count: grouping.count)
    var whole = Sums()
    for (line, ratio) in ratios.enumerated() {
      guard let ratio else { continue }
      sums[grouping.groupOf[line]].add(ratio.change, ratio.size)
      whole.add(ratio.change, ratio.size)
    }
    let usual = whole.ratio ?? 0
    values = sums.map { group in
      guard let own = group.ratio else { return 0 }
      let departure = (own - usual) * group.number / (group.number + Self.shrinkage)
      return max(-limit, min(limit, departure))
    }
  }

  subscript(line: Int) -> Double { values[grouping.groupOf[line]] }

  private struct Sums {
    var change = 0.0
    var size = 0.0
    var squares = 0.0

    mutating func add(_ change: Double, _ size: Double) {
      self.change += change
      self.size += size
      squares += size * size
    }

    var ratio: Double? { size > 0 ? change / size : nil }
    /// The number of lines of equal size that would weigh as much.
    var number: Double { squares > 0 ? size * size / squares : 0 }
  }
}

/// The growth that a group has had in the mean of four steps, as a departure from that of all
/// lines; each line's step weighs as the root of its size, and *n* steps count *n* / (*n* + 10).
struct SteadyGrowth: Sendable {
  private let values: [Double]
  private let grouping: Grouping

  private static let shrinkage = 10.0

  /// - Parameter steps: For each step, each line's amounts before and after.
  init(_ grouping: Grouping, _ steps: [(Season.Amounts, Season.Amounts)]) {
    self.grouping = grouping
    var growth = [Double](repeating: 0, count: grouping.count)
    var weight = growth
    var count = growth
    for (before, after) in steps {
      for line in grouping.groupOf.indices {
        guard let a = before[line], let b = after[line] else { continue }
        let size = (abs(a) + abs(b)) / 2
        guard size > 0 else { continue }
        let (group, root) = (grouping.groupOf[line], size.squareRoot())
        growth[group] += root * max(-0.5, min(0.5, (b - a) / size))
        weight[group] += root
        count[group] += 1
      }
    }
    let all = weight.reduce(0, +)
    let usual = all > 0 ? growth.reduce(0, +) / all : 0
    values = growth.indices.map { group in
      guard weight[group] > 0 else { return 0 }
      let departure = growth[group] / weight[group] - usual
      return departure * count[group] / (count[group] + Self.shrinkage)
    }
  }

  subscript(line: Int) -> Double { values[grouping.groupOf[line]] }
}
