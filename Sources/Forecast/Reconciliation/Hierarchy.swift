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

  /// Sets of lines that cross both families, as few as there are rules about such; they are the
  /// last nodes.
  let sets: [[Int32]]
  /// Per node, whether it is of the second family.
  let secondFamily: [Bool]

  var lineCount: Int { rows.count }
  var nodeCount: Int { parents.count }

  /// - Parameters:
  ///   - parents: Of each node, with a higher number than the node, or `none`.
  ///   - rows: One node a line, or `none`.
  ///   - columns: One node a line, or `none`; no node is both above a row and above a column.
  ///   - sets: Lines of the last nodes, which have no parents.
  init(parents: [Int32], rows: [Int32], columns: [Int32], sets: [[Int32]] = []) {
    precondition(rows.count == columns.count, "\(rows.count) rows and \(columns.count) columns")
    precondition(
      parents.enumerated().allSatisfy { $1 == Self.none || Int($1) > $0 && $1 < parents.count },
      "a parent stands before its child")
    self.parents = parents
    self.rows = rows
    self.columns = columns
    self.sets = sets
    var isSecond = [Bool](repeating: false, count: parents.count)
    for column in columns where column >= 0 { isSecond[Int(column)] = true }
    for node in parents.indices where isSecond[node] && parents[node] >= 0 {
      isSecond[Int(parents[node])] = true
    }
    secondFamily = isSecond
  }

  /// What lines come to at each node.
  func sums(_ lines: [Double]) -> [Double] {
    var sums = ownSums(lines)
    for node in parents.indices where parents[node] >= 0 { sums[Int(parents[node])] += sums[node] }
    return sums
  }

  /// What the lines that hang on each node itself come to.
  func ownSums(_ lines: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: nodeCount)
    for line in lines.indices {
      let value = lines[line]
      if rows[line] >= 0 { sums[Int(rows[line])] += value }
      if columns[line] >= 0 { sums[Int(columns[line])] += value }
    }
    for (set, node) in zip(sets, setNodes) {
      for line in set { sums[node] += lines[Int(line)] }
    }
    return sums
  }

  /// For each line, the sum of the values of all nodes that it is part of.
  func spread(_ values: [Double]) -> [Double] {
    let paths = pathSums(values)
    var lines = [Double](repeating: 0, count: lineCount)
    for line in lines.indices {
      if rows[line] >= 0 { lines[line] += paths[Int(rows[line])] }
      if columns[line] >= 0 { lines[line] += paths[Int(columns[line])] }
    }
    for (set, node) in zip(sets, setNodes) {
      for line in set { lines[Int(line)] += values[node] }
    }
    return lines
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
    return found + zip(sets, setNodes).filter { $0.0.contains(Int32(line)) }.map(\.1)
  }

  /// The lines of a node that is a set; none of another node.
  func members(ofSet node: Int) -> [Int32] {
    setNodes.contains(node) ? sets[node - setNodes.lowerBound] : []
  }

  /// The nodes that are sets.
  var setNodes: Range<Int> { nodeCount - sets.count..<nodeCount }

  /// The same with sets of lines that cross the families, as its last nodes.
  func adding(sets: [[Int32]]) -> Hierarchy {
    precondition(self.sets.isEmpty, "sets are added once")
    return Hierarchy(
      parents: parents + sets.map { _ in Self.none }, rows: rows, columns: columns, sets: sets)
  }
}
