import Analytics

extension Outline {
  /// The total, then units with their classes and lines; after them subjects over all units.
  ///
  /// - Parameter limit: How many rows there may be. Units and subjects come first, then the
  ///   classes and lines with the largest newest amounts.
  init(_ nodes: NodeTable, _ language: Language, limit: Int) {
    var builder = NodeOutlineBuilder(nodes, language, limit: limit)
    rows = builder.rows()
    omitted = nodes.nodes.count - builder.visitedCount
  }
}

private struct NodeOutlineBuilder {
  private let nodes: NodeTable
  private let language: Language
  /// Of each node the node it adds up to, or −1.
  private let parents: [Int]
  private var childLists: [[Int]]
  private let isShown: [Bool]
  private var result: [Outline.Row] = []
  private var rowOf: [Int: Int] = [:]
  var visitedCount: Int { rowOf.count }

  init(_ nodes: NodeTable, _ language: Language, limit: Int) {
    self.nodes = nodes
    self.language = language
    let parents = NodeParents(nodes)
    self.parents = nodes.nodes.indices.map(parents.parent)
    childLists = Array(repeating: [], count: nodes.nodes.count)
    isShown = nodes.largest(limit)
    for (place, parent) in self.parents.enumerated() where parent >= 0 {
      childLists[parent].append(place)
    }
  }

  mutating func rows() -> [Outline.Row] {
    let roots = nodes.nodes.indices.filter { parents[$0] < 0 && isShown[$0] }
    for root in roots where nodes.nodes[root].level == .total { visit(root, depth: 0) }
    let subjects = roots.filter { nodes.nodes[$0].level == .subject }
    if !subjects.isEmpty {
      let title = WorkbookWording.bySubject[language]
      result.append(
        Outline.Row(entry: nil, rank: .heading, labels: ["", "", "", title], depth: 0))
    }
    for root in subjects { visit(root, depth: 1) }
    for place in nodes.nodes.indices {
      if let row = rowOf[place], let whole = nodes.whole(of: place) {
        result[row].whole = rowOf[whole]
      }
    }
    return result
  }

  private mutating func visit(_ place: Int, depth: Int) {
    let row = result.count
    rowOf[place] = row
    result.append(
      Outline.Row(
        entry: place, rank: rank(place), labels: labels(place), depth: depth,
        hasAllChildren: childLists[place].allSatisfy { isShown[$0] }))
    for child in childLists[place] where isShown[child] {
      result[row].children.append(result.count)
      visit(child, depth: depth + 1)
    }
  }

  private func rank(_ place: Int) -> Outline.Row.Rank {
    switch nodes.nodes[place].level {
    case .total: .total
    case .unit: .unit
    case .class, .subject: .group
    case .line: .line
    }
  }

  private func labels(_ place: Int) -> [String] {
    let node = nodes.nodes[place]
    let (units, subjects) = (nodes.panel.units, nodes.panel.subjects)
    let level = CodeWording.level(node.level)[language]
    let name =
      switch node.level {
      case .total: WorkbookWording.total[language]
      case .unit: units.name(node.unit)
      case .line, .class, .subject: subjects.name(node.subject)
      }
    return [level, units.code(node.unit), subjects.code(node.subject), name]
  }
}

/// What each node adds up to.
private struct NodeParents {
  let nodes: NodeTable

  init(_ nodes: NodeTable) { self.nodes = nodes }

  /// The place of the parent, or −1.
  func parent(_ place: Int) -> Int {
    let node = nodes.nodes[place]
    let (units, subjects) = (nodes.panel.units.tree, nodes.panel.subjects.tree)
    switch node.level {
    case .total: return -1
    case .unit:
      return find(.unit, units.parent(of: node.unit), CellKey.all)
        ?? find(.total, CellKey.all, CellKey.all) ?? -1
    case .subject:
      let parent = subjects.parent(of: node.subject)
      return parent == Tree.root ? -1 : find(.subject, CellKey.all, parent) ?? -1
    case .class: return above(node.unit, subjects.parent(of: node.subject))
    case .line: return above(nodes.panel.lines[place].leafUnit, node.subject)
    }
  }

  /// The class of a unit and subject or, where it has none, of a subject above; else the unit.
  private func above(_ unit: Int32, _ subject: Int32) -> Int {
    let subjects = nodes.panel.subjects.tree
    let path = subject == Tree.root ? [] : [subject] + subjects.ancestors(of: subject)
    for subject in path {
      if let place = find(.class, unit, subject) { return place }
    }
    return find(.unit, unit, CellKey.all) ?? -1
  }

  private func find(_ level: Level, _ unit: Int32, _ subject: Int32) -> Int? {
    nodes.place(of: NodeTable.Node(level: level, unit: unit, subject: subject))
  }
}
