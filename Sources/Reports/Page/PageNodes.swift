import Analytics

/// The nodes that a page shows: all of them where they are few, else the largest of each level.
struct PageNodes {
  /// How many of a level there is room for, with ten years each.
  private static func room(_ level: Level, _ years: Int) -> Int {
    let count =
      switch level {
      case .line, .class: 90
      case .unit: 40
      case .subject: 70
      case .total: 1
      }
    return max(1, count * 10 / max(10, years))
  }

  struct Key {
    let level: String
    let unit: String
    let subject: String
  }

  struct Node {
    /// Among the panel's nodes.
    let place: Int
    let key: Key
    let level: Level
    let name: Bilingual
    /// How deep its unit or subject stands in the tree, from 0.
    let depth: Int
  }

  /// The total, then units and subjects, each behind what it is part of, then lines.
  let nodes: [Node]
  /// How many there are of each level, shown or not.
  let counts: [Level: Int]

  init(_ table: NodeTable) {
    var nodes: [Node] = []
    var counts: [Level: Int] = [:]
    let planes = PageNodes.newestPlanes(table)
    for level in [Level.total, .unit, .subject, .line] {
      let all = table.nodes.indices.filter { table.nodes[$0].level == level }
      counts[level] = all.count
      let room = PageNodes.room(level, table.panel.years.count)
      let shown = PageNodes.largest(room, of: all, table, planes)
      nodes += PageNodes.inTreeOrder(shown, table).map { PageNodes.node($0, table) }
    }
    self.nodes = nodes
    self.counts = counts
  }

  /// Whether some nodes of a level are left out.
  func isCut(_ level: Level) -> Bool {
    nodes.count { $0.level == level } < counts[level] ?? 0
  }

  func indices(_ levels: Level...) -> [Int] {
    nodes.indices.filter { levels.contains(nodes[$0].level) }
  }

  /// The subjects that no other is above.
  var classes: [Int] {
    nodes.indices.filter { nodes[$0].level == .subject && nodes[$0].depth == 0 }
  }

  /// The newest plane of each stage.
  private static func newestPlanes(_ table: NodeTable) -> [Int] {
    let panel = table.panel
    return panel.stages.compactMap { stage in
      guard let total = table.total else { return nil }
      return panel.years.reversed().compactMap { panel.plane(stage, $0) }.first {
        table[total, $0].money != nil
      }
    }
  }

  private static func largest(
    _ count: Int, of places: [Int], _ table: NodeTable, _ planes: [Int]
  ) -> [Int] {
    guard places.count > count else { return places }
    let sizes = places.map { place in
      (place, planes.map { table[place, $0].money?.cents.magnitude ?? 0 }.max() ?? 0)
    }
    let chosen = sizes.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count)
    return chosen.map(\.0).sorted()
  }

  /// By the codes from the root down; places come in the order of the tables.
  private static func inTreeOrder(_ places: [Int], _ table: NodeTable) -> [Int] {
    func path(_ place: Int) -> [Cell] {
      let node = table.nodes[place]
      let (members, member) =
        node.unit == CellKey.all
        ? (table.panel.subjects, node.subject) : (table.panel.units, node.unit)
      guard member != CellKey.all else { return [] }
      let above = members.tree.ancestors(of: member)
      return (above.reversed() + [member]).map { .text(members.code($0)) }
    }
    let paths = places.map { (place: $0, path: path($0)) }
    return paths.sorted { a, b in
      a.path == b.path
        ? a.place < b.place : a.path.lexicographicallyPrecedes(b.path) { $0.isOrderedBefore($1) }
    }.map(\.place)
  }

  private static func node(_ place: Int, _ table: NodeTable) -> Node {
    let node = table.nodes[place]
    let (units, subjects) = (table.panel.units, table.panel.subjects)
    let unit = text(node.unit, units)
    let subject = text(node.subject, subjects)
    let key = Key(level: node.level.rawValue, unit: unit.code, subject: subject.code)
    let (name, depth): (Bilingual, Int) =
      switch node.level {
      case .total: (PageWording.total, 0)
      case .unit: (Bilingual(both: unit.full), units.tree.ancestors(of: node.unit).count)
      case .subject:
        (Bilingual(both: subject.full), subjects.tree.ancestors(of: node.subject).count)
      case .line, .class: (Bilingual(both: "\(unit.short) · \(subject.full)"), 0)
      }
    return Node(place: place, key: key, level: node.level, name: name, depth: depth)
  }

  /// A member's code, its name or else its code, and both.
  private static func text(
    _ member: Int32, _ classification: Classification
  ) -> (code: String, short: String, full: String) {
    guard member != CellKey.all else { return ("", "", "") }
    let code = classification.code(member)
    let name = classification.name(member)
    guard !name.isEmpty, name != code else { return (code, code, code) }
    return (code, name, "\(code) \(name)")
  }
}

extension Bilingual {
  /// A name from the data, which is the same in every language.
  init(both text: String) { self.init(zh: text, en: text) }
}
