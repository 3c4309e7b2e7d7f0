import LinearAlgebra

/// What a series has been up to one of its values, kept up value by value.
struct SeriesState {
  private static let largestGrowth = 1.0
  private static let largestMeanGrowth = 0.5

  private(set) var count = 0
  private(set) var last = 0.0
  private var first = 0.0
  private var sum = 0.0
  private var sumOfMagnitudes = 0.0
  /// Σ|Δ|.
  private(set) var sumOfSizes = 0.0
  /// The newest first, 12 of them, 0 before the first value.
  private var changes = [12 of Double](repeating: 0)
  /// Exponentially weighted, by rate.
  private var changeMeans: [3 of WeightedMean] = [.init(0.1), .init(0.25), .init(0.5)]
  private var growthMeans: [2 of WeightedMean] = [.init(0.2), .init(0.5)]

  mutating func add(_ value: Double) {
    if count == 0 {
      first = value
    } else {
      addChange(value - last)
      addGrowth(last, value)
    }
    count += 1
    last = value
    sum += value
    sumOfMagnitudes += abs(value)
  }

  private mutating func addChange(_ change: Double) {
    sumOfSizes += abs(change)
    for place in (1..<changes.count).reversed() { changes[place] = changes[place - 1] }
    changes[0] = change
    for place in changeMeans.indices { changeMeans[place].add(change) }
  }

  /// Logarithmic growth, none where one of two values is not positive.
  private mutating func addGrowth(_ old: Double, _ new: Double) {
    let growth = old > 0 && new > 0 ? naturalLogarithm(new / old) : 0
    let bounded = max(-Self.largestGrowth, min(Self.largestGrowth, growth))
    for place in growthMeans.indices { growthMeans[place].add(bounded) }
  }

  /// The change so many values ago, 0 before the first one.
  func change(_ ago: Int) -> Double { changes[ago] }

  var mean: Double { sum / Double(max(1, count)) }
  var meanMagnitude: Double { sumOfMagnitudes / Double(max(1, count)) }
  var meanChange: Double { count > 1 ? (last - first) / Double(count - 1) : 0 }
  var meanSize: Double { count > 1 ? sumOfSizes / Double(count - 1) : 0 }

  /// The weighted mean of changes by its place: rates 0.1, 0.25 and 0.5.
  func weightedChange(_ place: Int) -> Double { changeMeans[place].value }

  /// The last value times mean growth so far back: all of the history, or weighted by a rate.
  ///
  /// - Parameter place: 0 for all, 1 and 2 for rates 0.2 and 0.5.
  func growth(_ place: Int) -> Double {
    let mean = place == 0 ? meanGrowth : growthMeans[place - 1].value
    return last * max(-Self.largestMeanGrowth, min(Self.largestMeanGrowth, mean))
  }

  private var meanGrowth: Double {
    guard first > 0, last > 0, count > 1 else { return 0 }
    return naturalLogarithm(last / first) / Double(count - 1)
  }

  /// |Δ| of the last change and the one before, the means of three, six and twelve, the largest of
  /// six.
  var changeSizes: [Double] {
    let sizes = changes.indices.map { abs(changes[$0]) }
    func mean(_ count: Int) -> Double { sizes.prefix(count).reduce(0, +) / Double(count) }
    return [sizes[0], sizes[1], mean(3), mean(6), mean(12), sizes.prefix(6).max()!]
  }
}

/// A mean in which each number weighs 1 − rate times the next one.
private struct WeightedMean {
  private let rate: Double
  private var sum = 0.0
  private var weight = 0.0

  init(_ rate: Double) { self.rate = rate }

  mutating func add(_ value: Double) {
    sum = (1 - rate) * sum + rate * value
    weight = (1 - rate) * weight + rate
  }

  var value: Double { weight > 0 ? sum / weight : 0 }
}
