/// The panel's lines and everything they add up to: classes, units, subjects and the total.
public struct NodeTable: Sendable {
  public struct Node: Hashable, Sendable {
    public let level: Level
    /// `CellKey.all` where the level sums over units.
    public let unit: Int32
    public let subject: Int32

    public init(level: Level, unit: Int32, subject: Int32) {
      self.level = level
      self.unit = unit
      self.subject = subject
    }
  }

  public let panel: Panel
  /// Sorted by level, unit code, subject code; lines first, in the panel's order.
  public let nodes: [Node]
  private let linePlaces: PlaceIndex
  /// Of every node but the lines: unit and subject say which level they are of.
  private let higherPlaces: PlaceIndex
  /// The nodes above each line.
  private let nodesAbove: [[Int]]
  private let cells: NodeCells

  public init(_ panel: Panel) {
    self.panel = panel
    let lines = panel.lines.map { Node(level: .line, unit: $0.unit, subject: $0.subject) }
    var higher = HigherNodes()
    let members = panel.lines.map { higher.members(above: $0, panel) }
    let order = higher.order(panel)
    nodes = lines + order.map { higher.nodes[$0] }
    linePlaces = PlaceIndex(nodes, lines.indices)
    higherPlaces = PlaceIndex(nodes, lines.count..<nodes.count)
    var places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = lines.count + place }
    nodesAbove = members.map { $0.map { places[$0] } }
    cells = NodeCells(panel, nodes, nodesAbove)
  }

  /// The nodes that a line adds up to.
  public func above(_ line: Int) -> [Int] { nodesAbove[line] }

  public subscript(node: Int, plane: Int) -> PanelCell { cells[node, plane] }

  /// A node's cell in a stage and year; not published where the panel has no such plane.
  public func cell(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> PanelCell {
    guard let plane = panel.plane(stage, year) else { return .notPublished }
    return cells[node, plane]
  }

  /// For a node that is what a unit or subject has beside its known parts: those parts at the
  /// same level. None for other nodes.
  func siblingsOfRest(_ place: Int) -> [Int] {
    let node = nodes[place]
    let parent = panel.unitWithParts(node.unit)
    guard parent != node.unit else { return [] }
    return panel.units.tree.children(of: parent).filter { $0 != node.unit }.compactMap {
      self.place(of: Node(level: node.level, unit: $0, subject: node.subject))
    }
  }

  public func place(of node: Node) -> Int? {
    (node.level == .line ? linePlaces : higherPlaces).find(node)
  }

  /// The place of the total.
  public var total: Int? {
    place(of: Node(level: .total, unit: CellKey.all, subject: CellKey.all))
  }

  /// The whole of which a node's share and contribution are taken: its unit's total for lines
  /// and classes, the grand total elsewhere. What a unit with parts has beside them counts in the
  /// unit's own total.
  public func whole(of node: Int) -> Int? {
    switch nodes[node].level {
    case .line, .class:
      let unit = panel.unitWithParts(nodes[node].unit)
      return place(of: Node(level: .unit, unit: unit, subject: CellKey.all))
    case .unit, .subject, .total: return total
    }
  }
}

/// The places of nodes by their unit and subject.
private struct PlaceIndex: Sendable {
  private var index = CellIndex()
  private var places: [Int] = []

  init(_ nodes: [NodeTable.Node], _ range: Range<Int>) {
    for place in range {
      let number = index.intern(CellKey(unit: nodes[place].unit, subject: nodes[place].subject))
      if number == places.count { places.append(place) } else { places[number] = place }
    }
  }

  func find(_ node: NodeTable.Node) -> Int? {
    index.find(CellKey(unit: node.unit, subject: node.subject)).map { places[$0] }
  }
}

/// The nodes above lines, numbered as they are met.
private struct HigherNodes {
  private(set) var index = CellIndex()
  private(set) var nodes: [NodeTable.Node] = []

  /// The numbers of the nodes above a line.
  mutating func members(above line: Panel.Line, _ panel: Panel) -> [Int] {
    let (units, subjects) = (panel.units.tree, panel.subjects.tree)
    var list = [number(.total, CellKey.all, CellKey.all)]
    for unit in [line.leafUnit] + units.ancestors(of: line.leafUnit) {
      list.append(number(.unit, unit, CellKey.all))
    }
    list.append(number(.subject, CellKey.all, line.subject))
    if subjects.isParent(line.subject) {  // a class that is not broken down in some years
      list.append(number(.class, line.leafUnit, line.subject))
    }
    for subject in subjects.ancestors(of: line.subject) {
      list.append(number(.class, line.leafUnit, subject))
      list.append(number(.subject, CellKey.all, subject))
    }
    return list
  }

  private mutating func number(_ level: Level, _ unit: Int32, _ subject: Int32) -> Int {
    let number = index.intern(CellKey(unit: unit, subject: subject))
    if number == nodes.count {
      nodes.append(NodeTable.Node(level: level, unit: unit, subject: subject))
    }
    return number
  }

  /// The numbers by level, unit code and subject code; the whole of a dimension first.
  func order(_ panel: Panel) -> [Int] {
    let (unitRanks, subjectRanks) = (panel.units.ranks, panel.subjects.ranks)
    func rank(_ member: Int32, _ ranks: [Int32]) -> Int32 {
      member == CellKey.all ? -1 : ranks[Int(member)]
    }
    let keys = nodes.map {
      (level: $0.level, unit: rank($0.unit, unitRanks), subject: rank($0.subject, subjectRanks))
    }
    return nodes.indices.sorted { keys[$0] < keys[$1] }
  }
}
