/// Rounds lines to whole numbers so that every sum is rounded too: each line and each node of both
/// families differs from its unrounded value by less than one.
///
/// Lines and nodes are the edges of a graph: a line leads from its node of the first family to its
/// node of the second, a node to its parent, and what leaves the top of one family enters the
/// other. Along a cycle of edges that are not yet whole, amounts can be moved without a change of
/// any sum outside it, until one edge is whole. As long as an edge is not whole there is such a
/// cycle, because no vertex has one broken edge alone. Fractions are integers of 2⁻³⁰, so all of it
/// is exact, and the order is fixed.
///
/// Source: Cox (1987), Journal of the American Statistical Association 82, 520–524, for tables;
/// that two laminar families always have such a rounding: Ford and Fulkerson (1962), Flows in
/// Networks, theorem II.3.1 on integral flows.
struct ControlledRounding {
  /// One in units of fractions.
  static let unit: Int64 = 1 << 30
  /// What is nearer to a whole number than this is meant to be one.
  private static let near: Int64 = 1 << 10

  private let hierarchy: Hierarchy
  private var wholes: [Int64]
  /// Per line, then per node: from 0 to `one`.
  private var fractions: [Int64]
  private var excess: [Int64]

  /// Whole numbers, one a line.
  private(set) var lines: [Int64]

  /// - Parameters:
  ///   - values: One a line, in last digits.
  ///   - held: Nodes that are whole numbers already, but for the rounding of the computer.
  init(_ hierarchy: Hierarchy, _ values: [Double], held: [Int: Int64] = [:]) {
    self.hierarchy = hierarchy
    wholes = values.map { Int64($0.rounded(.down)) }
    fractions = zip(values, wholes).map {
      Int64((($0 - Double($1)) * Double(Self.unit)).rounded(.toNearestOrEven))
    }
    excess = Array(repeating: 0, count: hierarchy.nodeCount + 1)
    lines = []
    let sums = nodeSums()
    for line in values.indices { snap(line) }
    fractions += sums.map { $0.fraction }
    for (node, value) in held.sorted(by: { $0.key < $1.key }) { hold(node, value, sums[node]) }
    var graph = BrokenEdges(hierarchy, fractions)
    let shifts = graph.balance(excess)
    graph.cancelAll()
    lines = wholes.indices.map { line in
      wholes[line] + (shifts[line] ?? 0) + (graph.isRoundedUp(line) ? 1 : 0)
    }
  }

  /// Per node, the whole part and the fraction of the sum of its lines.
  private func nodeSums() -> [(whole: Int64, fraction: Int64)] {
    var sums = Array(repeating: (whole: Int64(0), fraction: Int64(0)), count: hierarchy.nodeCount)
    func add(_ whole: Int64, _ fraction: Int64, _ node: Int32) {
      guard node >= 0 else { return }
      let fraction = sums[Int(node)].fraction + fraction
      sums[Int(node)].whole += whole + fraction / Self.unit
      sums[Int(node)].fraction = fraction % Self.unit
    }
    for line in wholes.indices {
      add(wholes[line], fractions[line], hierarchy.rows[line])
      add(wholes[line], fractions[line], hierarchy.columns[line])
    }
    for node in sums.indices { add(sums[node].whole, sums[node].fraction, hierarchy.parents[node]) }
    return sums
  }

  /// Makes a line whole that nearly is, and notes what its nodes miss.
  private mutating func snap(_ line: Int) {
    let fraction = fractions[line]
    let change: Int64
    if fraction <= Self.near {
      change = -fraction
    } else if fraction >= Self.unit - Self.near {
      change = Self.unit - fraction
      wholes[line] += 1
    } else {
      return
    }
    fractions[line] = 0
    excess[vertex(hierarchy.columns[line])] += change
    excess[vertex(hierarchy.rows[line])] -= change
  }

  private mutating func hold(_ node: Int, _ value: Int64, _ sum: (whole: Int64, fraction: Int64)) {
    let distance = value - sum.whole
    guard (0...1).contains(distance) else { return }
    let change = distance * Self.unit - sum.fraction
    fractions[hierarchy.lineCount + node] = 0
    let (from, to) = BrokenEdges.ends(ofNode: node, hierarchy, hierarchy.secondFamily)
    excess[to] += change
    excess[from] -= change
  }

  private func vertex(_ node: Int32) -> Int { node >= 0 ? Int(node) : hierarchy.nodeCount }
}
