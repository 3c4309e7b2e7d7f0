/// The lines and units of a node table, and what they are called.
struct LineHistories {
  let nodes: NodeTable

  init(_ nodes: NodeTable) { self.nodes = nodes }

  /// The nodes of a level, in the table's order.
  func places(_ level: Level) -> [Int] {
    nodes.nodes.indices.filter { nodes.nodes[$0].level == level }
  }

  /// The lines of each unit that has no parts, by unit in the table's order.
  func linesByUnit() -> [(unit: Int32, lines: [Int])] {
    var order: [Int32] = []
    var lines: [Int32: [Int]] = [:]
    for line in nodes.panel.lines.indices where !nodes.panel.isRest(line) {
      let unit = nodes.panel.lines[line].leafUnit
      if lines[unit] == nil { order.append(unit) }
      lines[unit, default: []].append(line)
    }
    return order.map { ($0, lines[$0]!) }
  }

  func unitCode(_ node: Int) -> String? {
    let code = nodes.panel.units.code(nodes.nodes[node].unit)
    return code.isEmpty ? nil : code
  }

  func subjectCode(_ node: Int) -> String? {
    let code = nodes.panel.subjects.code(nodes.nodes[node].subject)
    return code.isEmpty ? nil : code
  }

  /// `101 × 20805`
  func title(_ node: Int) -> String {
    [unitCode(node), subjectCode(node)].compactMap { $0 }.joined(separator: " × ")
  }
}

extension Sequence where Element: Comparable {
  /// The element in the middle, the lower of two; nil of none.
  var lowerMedian: Element? {
    let sorted = sorted()
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
  }
}
