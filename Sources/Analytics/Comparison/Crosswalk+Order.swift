extension Crosswalk.Step {
  /// Steps by year; of one year units first, and each code before those that it takes from, so that
  /// all are of the codes of the year before.
  static func inOrder(_ steps: [Self]) -> [Self] {
    let sorted = steps.sorted {
      ($0.fromYear, $0.dimension, $0.from) < ($1.fromYear, $1.dimension, $1.from)
    }
    var ordered: [Self] = []
    while ordered.count < sorted.count {
      let first = sorted[ordered.count]
      let together = sorted[ordered.count...].prefix {
        $0.fromYear == first.fromYear && $0.dimension == first.dimension
      }
      ordered += passingOnFirst(Array(together))
    }
    return ordered
  }

  /// Steps of one year and dimension in topological order (Kahn 1962, Communications of the ACM 5,
  /// 558–562). Those in a circle, which readers refuse, come last.
  private static func passingOnFirst(_ steps: [Self]) -> [Self] {
    let places = Dictionary(uniqueKeysWithValues: steps.enumerated().map { ($1.from, $0) })
    var takers = [[Int]](repeating: [], count: steps.count)
    var open = [Int](repeating: 0, count: steps.count)
    for (place, step) in steps.enumerated() {
      for case let other? in step.successors.map({ places[$0.code] }) where other != place {
        takers[other].append(place)
        open[place] += 1
      }
    }
    var order = open.indices.filter { open[$0] == 0 }
    var next = 0
    while next < order.count {
      for taker in takers[order[next]] {
        open[taker] -= 1
        if open[taker] == 0 { order.append(taker) }
      }
      next += 1
    }
    return (order + open.indices.filter { open[$0] > 0 }).map { steps[$0] }
  }
}
