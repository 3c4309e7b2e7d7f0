/// What each unit, and the whole, is made of: by subject, unit, kind, economic class, fund and
/// project, each member with its share.
public struct StructureRows: Sendable {
  public struct Row: Hashable, Sendable {
    public let level: Level
    public let unit: Int32
    public let dimension: Dimension
    public let member: String
    public let memberName: String
    public let stage: Stage
    public let year: FiscalYear
    public let amount: Money
    public let share: PrintedNumber?
    public let previous: Money?
    /// Where both years are published.
    public let change: Money?
    public let growth: PrintedNumber?
    /// The amount less the adopted budget of the year.
    public let changeOnBudget: Money?
  }

  private let nodes: NodeTable
  private let breakdowns: [Breakdown]

  public init(nodes: NodeTable, breakdowns: [Breakdown]) {
    self.nodes = nodes
    self.breakdowns = breakdowns
  }

  /// Rows by level, unit, dimension, member, stage and year.
  public func forEach(_ body: (Row) throws -> Void) rethrows {
    let panel = nodes.panel
    let units = panel.units.sorted(Set(nodes.nodes.filter { $0.level == .unit }.map(\.unit)))
    let places = placesByUnit()
    for unit in units { try forEach(unit, level: .unit, places[unit] ?? [:], body) }
    var whole: [Int32: [Int]] = [:]
    for place in nodes.nodes.indices where nodes.nodes[place].level == .subject {
      whole[nodes.nodes[place].subject] = [place]
    }
    try forEach(CellKey.all, level: .total, whole, body)
  }

  /// The lines and classes of each unit and of its parts, by subject.
  private func placesByUnit() -> [Int32: [Int32: [Int]]] {
    var found: [Int32: [Int32: [Int]]] = [:]
    let tree = nodes.panel.units.tree
    for place in nodes.nodes.indices {
      let node = nodes.nodes[place]
      guard node.level == .line || node.level == .class else { continue }
      for unit in [node.unit] + tree.ancestors(of: node.unit) {
        found[unit, default: [:]][node.subject, default: []].append(place)
      }
    }
    return found
  }

  /// What the places add up to; nil where one of them is not published.
  private func sum(_ places: [Int], _ stage: Stage, _ year: FiscalYear) -> Money? {
    if places.count == 1 { return nodes.cell(places[0], stage, year).money }
    let cells = places.map { nodes.cell($0, stage, year) }
    guard !cells.contains(.notPublished), cells.contains(where: { $0.money != nil }) else {
      return nil
    }
    return cells.reduce(.zero) { $0 + ($1.money ?? .zero) }
  }

  private func forEach(
    _ unit: Int32, level: Level, _ subjects: [Int32: [Int]], _ body: (Row) throws -> Void
  ) rethrows {
    let panel = nodes.panel
    for subject in panel.subjects.sorted(subjects.keys) {
      try forEach(level, unit, .subject, subject, panel.subjects, body) {
        sum(subjects[subject]!, $0, $1)
      }
    }
    if level == .total {
      for place in nodes.nodes.indices where nodes.nodes[place].level == .unit {
        try forEach(level, unit, .unit, nodes.nodes[place].unit, panel.units, body) {
          nodes.cell(place, $0, $1).money
        }
      }
    }
    for breakdown in breakdowns {
      for member in breakdown.members(of: unit) {
        try forEach(level, unit, breakdown.dimension, member, breakdown.members, body) {
          breakdown.amount(unit, member, $0, $1)
        }
      }
    }
  }

  private func forEach(
    _ level: Level, _ unit: Int32, _ dimension: Dimension, _ member: Int32,
    _ members: Classification, _ body: (Row) throws -> Void,
    value: (Stage, FiscalYear) -> Money?
  ) rethrows {
    let owner = unit == CellKey.all ? unit : nodes.panel.unitWithParts(unit)
    let node = NodeTable.Node(level: level, unit: owner, subject: CellKey.all)
    let whole = nodes.place(of: node)
    let panel = nodes.panel
    let values = panel.stages.map { stage in panel.years.map { value(stage, $0) } }
    let budgets = panel.stages.firstIndex(of: .budget).map { values[$0] }
    for (s, stage) in panel.stages.enumerated() {
      for (y, year) in panel.years.enumerated() {
        guard let amount = values[s][y] else { continue }
        let total = whole.flatMap { nodes.cell($0, stage, year).money }
        let hasYearBefore = y > 0 && panel.years[y - 1].number == year.number - 1
        let previous = hasYearBefore ? values[s][y - 1] : nil
        try body(
          Row(
            level: level, unit: unit, dimension: dimension, member: members.code(member),
            memberName: members.name(member), stage: stage, year: year, amount: amount,
            share: total.flatMap { Percentage.of(amount, $0) },
            previous: previous, change: previous.map { amount - $0 },
            growth: previous.flatMap { Percentage.growth(from: $0, to: amount) },
            changeOnBudget: stage == .budget ? nil : budgets?[y].map { amount - $0 }))
      }
    }
  }
}
