import Analytics

/// What lines add up to, as two families of nested sets: one of classes, units and the total, one
/// of subjects. Sets of a family are nested or disjoint, so each family is a forest, and a line
/// hangs on one node of each.
///
/// Nodes are numbered from 0; in both forests a parent has a higher number than its children, so
/// that one pass up adds up and one pass down spreads. Nothing of the size lines × nodes is kept.
struct Hierarchy: Sendable {
  /// No parent, or no node of a family.
  static let none: Int32 = -1

  /// The parent of each node in its own family.
  let parents: [Int32]
  /// The node of the first family that a line hangs on.
  let rows: [Int32]
  /// The node of the second family that a line hangs on.
  let columns: [Int32]

  /// Per node, whether it is of the second family.
  let secondFamily: [Bool]

  var lineCount: Int { rows.count }
  var nodeCount: Int { parents.count }

  /// - Parameters:
  ///   - parents: Of each node, with a higher number than the node, or `none`.
  ///   - rows: One node a line, or `none`.
  ///   - columns: One node a line, or `none`; no node is both above a row and above a column.
  init(parents: [Int32], rows: [Int32], columns: [Int32]) {
    precondition(rows.count == columns.count, "\(rows.count) rows and \(columns.count) columns")
    precondition(
      parents.enumerated().allSatisfy { $1 == Self.none || Int($1) > $0 && $1 < parents.count },
      "a parent stands before its child")
    self.parents = parents
    self.rows = rows
    self.columns = columns
    var isSecond = [Bool](repeating: false, count: parents.count)
    for column in columns where column >= 0 { isSecond[Int(column)] = true }
    for node in parents.indices where isSecond[node] && parents[node] >= 0 {
      isSecond[Int(parents[node])] = true
    }
    secondFamily = isSecond
  }

  /// What lines come to at each node.
  func sums(_ lines: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: nodeCount)
    for line in lines.indices {
      let value = lines[line]
      if rows[line] >= 0 { sums[Int(rows[line])] += value }
      if columns[line] >= 0 { sums[Int(columns[line])] += value }
    }
    for node in parents.indices where parents[node] >= 0 { sums[Int(parents[node])] += sums[node] }
    return sums
  }

  /// For each line, the sum of the values of all nodes that it is part of.
  func spread(_ values: [Double]) -> [Double] {
    let paths = pathSums(values)
    return rows.indices.map { line in
      (rows[line] >= 0 ? paths[Int(rows[line])] : 0)
        + (columns[line] >= 0 ? paths[Int(columns[line])] : 0)
    }
  }

  /// For each node, the sum of its own value and those of all nodes above it.
  func pathSums(_ values: [Double]) -> [Double] {
    var paths = values
    for node in parents.indices.reversed() where parents[node] >= 0 {
      paths[node] += paths[Int(parents[node])]
    }
    return paths
  }

  /// The nodes that a line is part of.
  func nodes(above line: Int) -> [Int] {
    var found: [Int] = []
    for start in [rows[line], columns[line]] {
      var node = start
      while node >= 0 {
        found.append(Int(node))
        node = parents[Int(node)]
      }
    }
    return found
  }
}

extension Hierarchy {
  /// The hierarchy of some lines of a table, and the place in the table of each of its nodes.
  ///
  /// - Parameter lines: Places of lines.
  static func of(_ nodes: NodeTable, _ lines: [Int]) -> (hierarchy: Hierarchy, places: [Int]) {
    var chains = Chains(first: nodes.panel.lines.count, count: nodes.nodes.count)
    for line in lines {
      let above = nodes.above(line)
      func level(_ level: Level) -> [Int] { above.filter { nodes.nodes[$0].level == level } }
      chains.add(row: level(.class) + level(.unit) + level(.total), column: level(.subject))
    }
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

  init(first: Int, count: Int) {
    self.first = first
    parents = Array(repeating: -2, count: count - first)
    depths = Array(repeating: 0, count: count - first)
  }

  mutating func add(row: [Int], column: [Int]) {
    rows.append(insert(row))
    columns.append(insert(column))
  }

  /// - Returns: The first node of a chain.
  private mutating func insert(_ chain: [Int]) -> Int32 {
    for (place, node) in chain.enumerated() where parents[node - first] == -2 {
      let isLast = place + 1 == chain.count
      parents[node - first] = isLast ? Hierarchy.none : Int32(chain[place + 1] - first)
      depths[node - first] = Int32(chain.count - place)
    }
    return chain.first.map { Int32($0 - first) } ?? Hierarchy.none
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
