import LinearAlgebra

/// Spending and budget of one line in the newest years that have both, up to an origin; five at
/// most.
struct SpendingPairs {
  private typealias Pair = (place: Int, spending: Double, budget: Double)

  /// Newest first, of which `count` are there. In place, because every line has them at every
  /// origin.
  private var pairs = [5 of Pair](repeating: (0, 0, 0))
  private(set) var count = 0
  private let origin: Int

  init(spending: Past?, budget: Past?, at origin: Int) {
    self.origin = origin
    guard let spending, let budget else { return }
    var (i, j) = (spending.places.endIndex - 1, budget.places.endIndex - 1)
    while i >= spending.places.startIndex, j >= budget.places.startIndex, count < pairs.count {
      let (a, b) = (spending.places[i], budget.places[j])
      if a == b {
        pairs[count] = (Int(a), spending.values[i], budget.values[j])
        count += 1
      }
      if a >= b { i -= 1 }
      if b >= a { j -= 1 }
    }
  }

  var isKnownAtOrigin: Bool { count > 0 && pairs[0].place == origin }

  /// Spending less budget, by years back from the newest pair.
  func gap(_ back: Int) -> Double { pairs[back].spending - pairs[back].budget }

  /// The mean of spending less budget in the newest years.
  func meanGap(_ years: Int) -> Double? { mean(years) { $0 } }

  /// The mean magnitude of spending less budget in the newest years.
  func meanSizeOfGap(_ years: Int) -> Double? { mean(years) { abs($0) } }

  private func mean(_ years: Int, of part: (Double) -> Double) -> Double? {
    let years = min(years, count)
    guard years > 0 else { return nil }
    return (0..<years).reduce(0) { $0 + part(gap($1)) } / Double(years)
  }

  /// Σ spending / Σ |budget| of the last four panel years, less 1, from −1 to 1.
  var executionOverFour: Double {
    var (spent, planned) = (0.0, 0.0)
    for place in 0..<count where pairs[place].place > origin - 4 {
      spent += pairs[place].spending
      planned += abs(pairs[place].budget)
    }
    guard planned > 0 else { return 0 }
    return max(-1, min(1, spent / planned - 1))
  }

  /// The median of spending / budget, each from −1 to 4, less 1, from −1 to 1.
  var medianExecution: Double {
    var ratios = [5 of Double](repeating: 0)
    var known = 0
    for place in 0..<count where pairs[place].budget != 0 {
      ratios[known] = max(-1, min(4, pairs[place].spending / pairs[place].budget))
      known += 1
    }
    return ratios.median(ofFirst: known).map { max(-1, min(1, $0 - 1)) } ?? 0
  }

  /// The part of the last four gaps that were none, out of one more than there were.
  var stillness: Double {
    let years = min(4, count)
    let still = (0..<years).count { gap($0) == 0 }
    return Double(still) / Double(years + 1)
  }
}
