import LinearAlgebra

/// The last six values of a line, oldest first; in place, because every line has them at every
/// origin.
struct RecentValues {
  private var values = [6 of Double](repeating: 0)
  /// How many there are.
  let count: Int

  /// - Parameter past: One value or more, oldest first.
  init(_ past: ArraySlice<Double>) {
    let recent = past.suffix(6)
    precondition(!recent.isEmpty, "a line without values has no view")
    count = recent.count
    for (place, value) in recent.enumerated() { values[place] = value }
  }

  private var all: Range<Int> { 0..<count }

  private func sum(_ places: Range<Int>) -> Double {
    var sum = 0.0
    for place in places { sum += values[place] }
    return sum
  }

  var meanOfThree: Double {
    let last = all.suffix(3)
    return sum(last) / Double(last.count)
  }

  var median: Double { values.median(ofFirst: count)! }

  /// The least squares slope, per value.
  var slope: Double {
    guard count > 1 else { return 0 }
    let (centre, mean) = (Double(count - 1) / 2, sum(all) / Double(count))
    var (products, squares) = (0.0, 0.0)
    for place in all {
      let x = Double(place) - centre
      products += x * (values[place] - mean)
      squares += x * x
    }
    return products / squares
  }

  /// The mean magnitude of the changes; nil for one value.
  var meanMove: Double? {
    guard count > 1 else { return nil }
    var moves = 0.0
    for place in 1..<count { moves += abs(values[place] - values[place - 1]) }
    return moves / Double(count - 1)
  }

  /// The part of the changes that were none, out of one more than there were.
  var stillness: Double {
    var still = 0
    for place in 1..<count where values[place] == values[place - 1] { still += 1 }
    return Double(still) / Double(count)
  }
}
