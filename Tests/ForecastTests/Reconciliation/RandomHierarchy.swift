@testable import Forecast

/// Two trees over units and subjects crossed, from a small generator.
struct RandomHierarchy {
  let hierarchy: Hierarchy
  var generator: SmallGenerator

  /// - Parameter lines: How many at most.
  init(seed: UInt64, lines: Int) {
    var generator = SmallGenerator(seed: seed)
    for _ in 0..<4 { _ = generator.wobble(1) }
    let (first, rows) = Self.family(&generator, leaves: 1 + generator.below(12))
    let (second, columns) = Self.family(&generator, leaves: 1 + generator.below(12))
    let shift = Int32(first.count)
    let count = 1 + generator.below(lines)
    let places = (0..<count).map { _ in
      (rows[generator.below(rows.count)], columns[generator.below(columns.count)] + shift)
    }
    hierarchy = Hierarchy(
      parents: first + second.map { $0 < 0 ? $0 : $0 + shift }, rows: places.map(\.0),
      columns: places.map(\.1))
    self.generator = generator
  }

  /// Parents of a random forest, and the nodes on which lines may hang.
  private static func family(
    _ generator: inout SmallGenerator, leaves: Int
  ) -> (parents: [Int32], bottoms: [Int32]) {
    var parents: [Int32] = []
    var layer = (0..<leaves).map { Int32($0) }
    parents = layer.map { _ in Hierarchy.none }
    var bottoms = layer
    while layer.count > 1 && generator.below(4) > 0 {
      let size = 2 + generator.below(3)
      var next: [Int32] = []
      for start in stride(from: 0, to: layer.count, by: size) {
        let node = Int32(parents.count)
        parents.append(Hierarchy.none)
        next.append(node)
        for child in layer[start..<min(start + size, layer.count)] { parents[Int(child)] = node }
      }
      if generator.below(3) == 0 { bottoms += next }
      layer = next
    }
    return (parents, bottoms)
  }

  /// So many numbers from `low` to `high`.
  mutating func numbers(_ count: Int, _ range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { _ in
      let part = Double(generator.below(1 << 24)) / Double(1 << 24)
      return range.lowerBound + part * (range.upperBound - range.lowerBound)
    }
  }
}

extension SmallGenerator {
  /// From 0 up to a limit, without it.
  mutating func below(_ limit: Int) -> Int { (wobble(1 << 29) + (1 << 29)) % limit }
}
