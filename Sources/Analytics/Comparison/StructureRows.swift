/// What each unit, and the whole, is made of: by subject, unit, kind, economic class, fund and
/// project, each member with its share.
public struct StructureRows: Sendable {
  /// One member of a unit or of the whole.
  public struct Part: Sendable {
    public let level: Level
    /// `CellKey.all` for the whole.
    public let unit: Int32
    public let dimension: Dimension
    public let member: String
    public let memberName: String
    /// By stage and year.
    public let rows: [Row]
  }

  public struct Row: Hashable, Sendable {
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

  /// A unit or the whole, whose parts are listed.
  private struct Owner {
    let level: Level
    let unit: Int32
    /// The node of which shares are taken.
    let whole: Int?
  }

  private let nodes: NodeTable
  private let breakdowns: [Breakdown]
  private let pairs: [PlanePair]
  /// The plane of the year's adopted budget, per plane.
  private let budgets: [Int?]

  public init(nodes: NodeTable, breakdowns: [Breakdown]) {
    self.nodes = nodes
    self.breakdowns = breakdowns
    pairs = PlanePair.all(nodes.panel)
    budgets = pairs.map { nodes.panel.plane(.budget, $0.year) }
  }

  /// The parts that have rows, by level, unit, dimension and member.
  public func forEach(_ body: (Part) throws -> Void) rethrows {
    let panel = nodes.panel
    let units = panel.units.sorted(Set(nodes.nodes.filter { $0.level == .unit }.map(\.unit)))
    let places = placesByUnit()
    for unit in units {
      let node = NodeTable.Node(
        level: .unit, unit: panel.unitWithParts(unit), subject: CellKey.all)
      let owner = Owner(level: .unit, unit: unit, whole: nodes.place(of: node))
      try forEach(owner, places[unit] ?? [:], body)
    }
    var whole: [Int32: [Int]] = [:]
    for place in nodes.nodes.indices where nodes.nodes[place].level == .subject {
      whole[nodes.nodes[place].subject] = [place]
    }
    try forEach(Owner(level: .total, unit: CellKey.all, whole: nodes.total), whole, body)
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
  private func sum(_ places: [Int], _ plane: Int) -> Money? {
    if places.count == 1 { return nodes[places[0], plane].money }
    let cells = places.map { nodes[$0, plane] }
    guard !cells.contains(.notPublished), cells.contains(where: { $0.money != nil }) else {
      return nil
    }
    return cells.reduce(.zero) { $0 + ($1.money ?? .zero) }
  }

  private func forEach(
    _ owner: Owner, _ subjects: [Int32: [Int]], _ body: (Part) throws -> Void
  ) rethrows {
    let panel = nodes.panel
    for subject in panel.subjects.sorted(subjects.keys) {
      let places = subjects[subject]!
      try pass(owner, .subject, subject, panel.subjects, body) { sum(places, $0) }
    }
    if owner.level == .total {
      for place in nodes.nodes.indices where nodes.nodes[place].level == .unit {
        try pass(owner, .unit, nodes.nodes[place].unit, panel.units, body) {
          nodes[place, $0].money
        }
      }
    }
    for breakdown in breakdowns {
      for member in breakdown.members(of: owner.unit) {
        let amounts = breakdown.amounts(owner.unit, member)
        try pass(owner, breakdown.dimension, member, breakdown.members, body) { amounts[$0] }
      }
    }
  }

  /// Passes a member on, unless it has no amount at all.
  private func pass(
    _ owner: Owner, _ dimension: Dimension, _ member: Int32, _ members: Classification,
    _ body: (Part) throws -> Void, amount: (Int) -> Money?
  ) rethrows {
    let amounts = pairs.indices.map(amount)
    let rows = pairs.indices.compactMap { row($0, amounts, owner.whole) }
    guard !rows.isEmpty else { return }
    try body(
      Part(
        level: owner.level, unit: owner.unit, dimension: dimension, member: members.code(member),
        memberName: members.name(member), rows: rows))
  }

  /// - Parameter amounts: The member's, by plane.
  private func row(_ plane: Int, _ amounts: [Money?], _ whole: Int?) -> Row? {
    guard let amount = amounts[plane] else { return nil }
    let pair = pairs[plane]
    let previous = pair.before.flatMap { amounts[$0] }
    let budget = pair.stage == .budget ? nil : budgets[plane].flatMap { amounts[$0] }
    return Row(
      stage: pair.stage, year: pair.year, amount: amount,
      share: whole.flatMap { nodes[$0, plane].money }.flatMap { Percentage.of(amount, $0) },
      previous: previous, change: previous.map { amount - $0 },
      growth: previous.flatMap { Percentage.growth(from: $0, to: amount) },
      changeOnBudget: budget.map { amount - $0 })
  }
}
