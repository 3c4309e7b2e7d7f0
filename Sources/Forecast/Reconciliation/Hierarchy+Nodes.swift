import Analytics

extension Hierarchy {
  /// The hierarchy of some lines of a table, and the place in the table of each of its nodes.
  ///
  /// - Parameter lines: Places of lines.
  static func of(_ nodes: NodeTable, _ lines: [Int]) -> (hierarchy: Hierarchy, places: [Int]) {
    var chains = Chains(first: nodes.panel.lines.count, count: nodes.nodes.count)
    for line in lines { chains.add(nodes.above(line)) { nodes.nodes[$0].level } }
    return chains.hierarchy()
  }
}

/// Chains of nodes from the smallest to the largest, as they are met.
private struct Chains {
  private let first: Int
  /// By place less `first`: the parent's place, `Hierarchy.none` for none, −2 where not met.
  private var parents: [Int32]
  private var depths: [Int32]
  private var rows: [Int32] = []
  private var columns: [Int32] = []
  /// The nodes above a line, by level; kept from line to line.
  private var chain: [[Int]] = [[], [], [], []]

  init(first: Int, count: Int) {
    self.first = first
    parents = Array(repeating: -2, count: count - first)
    depths = Array(repeating: 0, count: count - first)
  }

  /// Adds a line by the nodes above it, each level from the smallest to the largest.
  mutating func add(_ above: [Int], level: (Int) -> Level) {
    for place in chain.indices { chain[place].removeAll(keepingCapacity: true) }
    for node in above { chain[Self.place(of: level(node))].append(node) }
    rows.append(insert(Array(chain[..<3].joined())))
    columns.append(insert(chain[3]))
  }

  /// Classes, units and the total are one family, subjects the other.
  private static func place(of level: Level) -> Int {
    switch level {
    case .line, .class: 0
    case .unit: 1
    case .total: 2
    case .subject: 3
    }
  }

  /// - Returns: The first node of a chain.
  private mutating func insert(_ chain: [Int]) -> Int32 {
    guard let start = chain.first else { return Hierarchy.none }
    guard parents[start - first] == -2 else { return Int32(start - first) }
    for (place, node) in chain.enumerated() where parents[node - first] == -2 {
      let isLast = place + 1 == chain.count
      parents[node - first] = isLast ? Hierarchy.none : Int32(chain[place + 1] - first)
      depths[node - first] = Int32(chain.count - place)
    }
    return Int32(start - first)
  }

  /// Numbers the nodes, the deepest first.
  func hierarchy() -> (hierarchy: Hierarchy, places: [Int]) {
    let order = parents.indices.filter { parents[$0] != -2 }
      .sorted { (-depths[$0], $0) < (-depths[$1], $1) }
    var numbers = [Int32](repeating: Hierarchy.none, count: parents.count)
    for (number, node) in order.enumerated() { numbers[node] = Int32(number) }
    func number(_ node: Int32) -> Int32 { node < 0 ? Hierarchy.none : numbers[Int(node)] }
    let hierarchy = Hierarchy(
      parents: order.map { number(parents[$0]) }, rows: rows.map(number),
      columns: columns.map(number))
    return (hierarchy, order.map { $0 + first })
  }
}
