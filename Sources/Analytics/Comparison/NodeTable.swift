/// The panel's lines and everything they add up to: classes, units, subjects and the total.
public struct NodeTable: Sendable {
  public struct Node: Hashable, Sendable {
    public let level: Level
    /// `CellKey.all` where the level sums over units.
    public let unit: Int32
    public let subject: Int32
  }

  public let panel: Panel
  /// Sorted by level, unit code, subject code; lines first, in the panel's order.
  public private(set) var nodes: [Node] = []
  private var places: [Node: Int] = [:]
  /// The nodes above each line.
  private var nodesAbove: [[Int]] = []
  /// The sum per plane and node; `Accounts.absent` where there is no value.
  private var sums: [[Int64]] = []
  /// For nodes above lines without a value, or with a part inside a rest: what a blank means.
  private var blanks: [[Blank]] = []

  private enum Blank: UInt8 { case notPublished, noAppropriation }

  public init(_ panel: Panel) {
    self.panel = panel
    let members = NodeTable.members(panel)
    let higher = NodeTable.sorted(Set(members.joined()), panel)
    nodes = panel.lines.map { Node(level: .line, unit: $0.unit, subject: $0.subject) } + higher
    for (place, node) in nodes.enumerated() { places[node] = place }
    nodesAbove = members.map { $0.map { places[$0]! } }
    for plane in 0..<panel.planeCount { addUp(plane, nodesAbove) }
  }

  /// The nodes that a line adds up to.
  public func above(_ line: Int) -> [Int] { nodesAbove[line] }

  /// The nodes above each line.
  private static func members(_ panel: Panel) -> [[Node]] {
    let (units, subjects) = (panel.units.tree, panel.subjects.tree)
    return panel.lines.map { line in
      var list = [Node(level: .total, unit: CellKey.all, subject: CellKey.all)]
      for unit in [line.leafUnit] + units.ancestors(of: line.leafUnit) {
        list.append(Node(level: .unit, unit: unit, subject: CellKey.all))
      }
      list.append(Node(level: .subject, unit: CellKey.all, subject: line.subject))
      if subjects.isParent(line.subject) {  // a class that is not broken down in some years
        list.append(Node(level: .class, unit: line.leafUnit, subject: line.subject))
      }
      for subject in subjects.ancestors(of: line.subject) {
        list.append(Node(level: .class, unit: line.leafUnit, subject: subject))
        list.append(Node(level: .subject, unit: CellKey.all, subject: subject))
      }
      return list
    }
  }

  private static func sorted(_ nodes: Set<Node>, _ panel: Panel) -> [Node] {
    func precedes(_ a: Int32, _ b: Int32, _ table: CodeTable) -> Bool {
      a == CellKey.all ? b != CellKey.all : b != CellKey.all && table.precedes(a, b)
    }
    return nodes.sorted { a, b in
      if a.level != b.level { return a.level < b.level }
      if a.unit != b.unit { return precedes(a.unit, b.unit, panel.units.codes) }
      return precedes(a.subject, b.subject, panel.subjects.codes)
    }
  }

  private mutating func addUp(_ plane: Int, _ above: [[Int]]) {
    var sum = [Int64](repeating: Accounts.absent, count: nodes.count)
    var blank = [Blank](repeating: .notPublished, count: nodes.count)
    var hidden: [Int] = []
    var unknown: [Int] = []
    for line in panel.lines.indices {
      switch panel[line, plane] {
      case .amount(let money):
        sum[line] = money.cents
        for node in above[line] {
          sum[node] = sum[node] == Accounts.absent ? money.cents : sum[node] + money.cents
        }
      case .noAppropriation:
        blank[line] = .noAppropriation
        for node in above[line] { blank[node] = .noAppropriation }
      case .notPublished:
        if panel.isInsideRest(line, plane: plane) { hidden.append(line) }
        if panel.isRest(line) { unknown += above[line].filter(isRestOfUnit) }
      }
    }
    // What a unit has beside its parts is unknown, not nothing, where a rest of it is.
    for node in unknown where sum[node] == Accounts.absent { blank[node] = .notPublished }
    hide(hidden, plane, above, &sum, &blank)
    sums.append(sum)
    blanks.append(blank)
  }

  private func isRestOfUnit(_ node: Int) -> Bool {
    nodes[node].unit != CellKey.all && panel.unitWithParts(nodes[node].unit) != nodes[node].unit
  }

  /// A sum that lacks a part which is inside a rest elsewhere is not the node's amount: it is
  /// not published.
  private func hide(
    _ lines: [Int], _ plane: Int, _ above: [[Int]], _ sum: inout [Int64], _ blank: inout [Blank]
  ) {
    for line in lines {
      let rests = panel.restsCovering(line, plane: plane)
      for node in above[line] where !rests.contains(where: { above[$0].contains(node) }) {
        sum[node] = Accounts.absent
        blank[node] = .notPublished
      }
    }
  }

  public subscript(node: Int, plane: Int) -> PanelCell {
    let amount = sums[plane][node]
    if amount != Accounts.absent { return .amount(Money(cents: amount)) }
    return blanks[plane][node] == .noAppropriation ? .noAppropriation : .notPublished
  }

  /// A node's cell in a stage and year; not published where the panel has no such plane.
  public func cell(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> PanelCell {
    panel.plane(stage, year).map { self[node, $0] } ?? .notPublished
  }

  /// For a node that is what a unit or subject has beside its known parts: those parts at the
  /// same level. None for other nodes.
  func siblingsOfRest(_ place: Int) -> [Int] {
    let node = nodes[place]
    var siblings: [Int] = []
    let parent = panel.unitWithParts(node.unit)
    if node.unit != CellKey.all && parent != node.unit {
      siblings += panel.units.tree.children(of: parent).filter { $0 != node.unit }.compactMap {
        places[Node(level: node.level, unit: $0, subject: node.subject)]
      }
    }
    return siblings
  }

  public func place(of node: Node) -> Int? { places[node] }

  /// The place of the total.
  public var total: Int? {
    places[Node(level: .total, unit: CellKey.all, subject: CellKey.all)]
  }

  /// The whole of which a node's share and contribution are taken: its unit's total for lines
  /// and classes, the grand total elsewhere. What a unit with parts has beside them counts in the
  /// unit's own total.
  public func whole(of node: Int) -> Int? {
    switch nodes[node].level {
    case .line, .class:
      let unit = panel.unitWithParts(nodes[node].unit)
      return places[Node(level: .unit, unit: unit, subject: CellKey.all)]
    case .unit, .subject, .total: return total
    }
  }
}
