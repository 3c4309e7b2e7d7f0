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
    let subjects = Dictionary(grouping: nodes.nodes.indices) { place -> Int32 in
      switch nodes.nodes[place].level {
      case .line, .class: nodes.nodes[place].unit
      default: CellKey.all
      }
    }
    for unit in units {
      let own = (subjects[unit] ?? []).filter { nodes.nodes[$0].level != .unit }
      try forEach(unit, level: .unit, subjects: own, body)
    }
    let whole = nodes.nodes.indices.filter { nodes.nodes[$0].level == .subject }
    try forEach(CellKey.all, level: .total, subjects: Array(whole), body)
  }

  private func forEach(
    _ unit: Int32, level: Level, subjects: [Int], _ body: (Row) throws -> Void
  ) rethrows {
    let panel = nodes.panel
    let sorted = subjects.sorted { a, b in
      panel.subjects.codes.precedes(nodes.nodes[a].subject, nodes.nodes[b].subject)
    }
    for place in sorted {
      try forEach(level, unit, .subject, nodes.nodes[place].subject, panel.subjects, body) {
        nodes.cell(place, $0, $1).money
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
    amount: (Stage, FiscalYear) -> Money?
  ) rethrows {
    let node = NodeTable.Node(level: level, unit: unit, subject: CellKey.all)
    let whole = nodes.place(of: node)
    for stage in nodes.panel.stages {
      for year in nodes.panel.years {
        guard let amount = amount(stage, year) else { continue }
        let total = whole.flatMap { nodes.cell($0, stage, year).money }
        try body(
          Row(
            level: level, unit: unit, dimension: dimension, member: members.code(member),
            memberName: members.name(member), stage: stage, year: year, amount: amount,
            share: total.flatMap { Percentage.of(amount, $0) }))
      }
    }
  }
}
