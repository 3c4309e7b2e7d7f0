import Analytics

/// The forecasts of all nodes: by node, stage and year, as they are walked through.
///
/// They are kept target by target, as they are made: of 100,000 lines there are a million, and
/// nothing is gained by bringing them into one order in memory.
public struct Predictions: Sequence, Hashable, Sendable {
  /// By stage and horizon, which for each node is by stage and year; those of a target by node.
  private var targets: [[Prediction]] = []

  /// How many forecasts there are.
  public var count: Int { targets.reduce(0) { $0 + $1.count } }

  public var isEmpty: Bool { targets.isEmpty }

  /// Adds the forecasts of a target, which comes after all that are there.
  ///
  /// - Parameter predictions: By node; of one stage and horizon.
  mutating func add(_ predictions: [Prediction]) {
    if !predictions.isEmpty { targets.append(predictions) }
  }

  mutating func add(_ others: Predictions) { targets += others.targets }

  /// The forecasts of one target after the other, each by node.
  var byTarget: some Sequence<[Prediction]> { targets }

  /// The forecasts of a node, by stage and year.
  public func of(_ node: Int) -> [Prediction] {
    targets.compactMap { $0.ofNode(node) }
  }

  /// The forecast of a node at a stage and year, or nil.
  public func of(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> Prediction? {
    for target in targets where target[0].stage == stage {
      if let found = target.ofNode(node), found.year == year { return found }
    }
    return nil
  }

  public func makeIterator() -> Iterator { Iterator(targets) }

  /// Goes through all targets at once, from node to node.
  public struct Iterator: IteratorProtocol {
    private let targets: [[Prediction]]
    /// Where each target goes on.
    private var places: [Int]
    /// The node whose forecasts are being given, and from which target.
    private var (node, target): (Int, Int)

    fileprivate init(_ targets: [[Prediction]]) {
      self.targets = targets
      places = Array(repeating: 0, count: targets.count)
      (node, target) = (0, 0)
    }

    public mutating func next() -> Prediction? {
      while true {
        while target < targets.count {
          defer { target += 1 }
          guard let next = upcoming(target), next.node == node else { continue }
          places[target] += 1
          return next
        }
        guard let following = targets.indices.compactMap({ upcoming($0)?.node }).min() else {
          return nil
        }
        (node, target) = (following, 0)
      }
    }

    private func upcoming(_ target: Int) -> Prediction? {
      places[target] < targets[target].count ? targets[target][places[target]] : nil
    }
  }
}

extension [Prediction] {
  /// The forecast of a node among those of a target, or nil.
  fileprivate func ofNode(_ node: Int) -> Prediction? {
    var (low, high) = (0, Swift.min(node, count))  // nodes differ: none is before its own number
    while low < high {
      let middle = (low + high) / 2
      if self[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].node == node ? self[low] : nil
  }
}
