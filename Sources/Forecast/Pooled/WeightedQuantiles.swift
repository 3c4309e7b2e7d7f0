/// Quantiles of weighted numbers, linear between the middles of their weights (Hyndman and Fan
/// 1996, The American Statistician 50, 361–365, definition 5, with weights).
struct WeightedQuantiles {
  private let values: [Double]
  /// Σ of the weights before and half of the own.
  private let middles: [Double]
  private let total: Double

  /// - Parameter groups: Numbers, and what each of a group weighs.
  init(_ groups: [(values: [Double], weight: Double)]) {
    var (values, weights) = ([Double](), [Double]())
    for group in groups { Self.merge(group.values.sorted(), group.weight, into: &values, &weights) }
    self.values = values
    var sum = 0.0
    middles = weights.map { weight in
      defer { sum += weight }
      return sum + weight / 2
    }
    total = sum
  }

  /// Puts sorted numbers among sorted ones, after those that are equal.
  private static func merge(
    _ added: [Double], _ weight: Double, into values: inout [Double], _ weights: inout [Double]
  ) {
    let (old, oldWeights) = (values, weights)
    values.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    var (i, j) = (0, 0)
    while i < old.count || j < added.count {
      if j == added.count || (i < old.count && old[i] <= added[j]) {
        values.append(old[i])
        weights.append(oldWeights[i])
        i += 1
      } else {
        values.append(added[j])
        weights.append(weight)
        j += 1
      }
    }
  }

  /// The quantile of a probability; 0 of no numbers.
  subscript(probability: Double) -> Double {
    guard let first = values.first, let last = values.last else { return 0 }
    let position = probability * total
    var (low, high) = (0, middles.count)
    while low < high {
      let middle = (low + high) / 2
      if middles[middle] <= position { low = middle + 1 } else { high = middle }
    }
    if low == 0 { return first }
    if low == middles.count { return last }
    let part = (position - middles[low - 1]) / (middles[low] - middles[low - 1])
    return values[low - 1] + part * (values[low] - values[low - 1])
  }
}
