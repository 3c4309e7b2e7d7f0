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
  /// By unit, without its parts: the places of its lines and classes.
  private let places: NumberLists
  private let subjectRanks: [Int32]

  public init(nodes: NodeTable, breakdowns: [Breakdown]) {
    self.nodes = nodes
    self.breakdowns = breakdowns
    pairs = PlanePair.all(nodes.panel)
    budgets = pairs.map { nodes.panel.plane(.budget, $0.year) }
    let owners = nodes.nodes.map { $0.level == .line || $0.level == .class ? $0.unit : -1 }
    places = NumberLists(
      Array(owners.indices), under: owners, count: nodes.panel.units.codes.count)
    subjectRanks = nodes.panel.subjects.ranks
  }

  /// The parts of a unit or of the whole that have rows, by dimension and member; no other node has
  /// parts.
  public func forEachPart(of node: Int, _ body: (Part) throws -> Void) rethrows {
    let (level, unit) = (nodes.nodes[node].level, nodes.nodes[node].unit)
    switch level {
    case .unit:
      let whole = NodeTable.Node(
        level: .unit, unit: nodes.panel.unitWithParts(unit), subject: CellKey.all)
      let owner = Owner(level: .unit, unit: unit, whole: nodes.place(of: whole))
      try forEachPart(of: owner, bySubject(placesWithParts(of: unit)), body)
    case .total:
      let subjects = nodes.nodes.indices.filter { nodes.nodes[$0].level == .subject }
      try forEachPart(
        of: Owner(level: .total, unit: unit, whole: node), bySubject(subjects), body)
    case .line, .class, .subject: break
    }
  }

  /// The lines and classes of a unit and of its parts.
  private func placesWithParts(of unit: Int32) -> [Int] {
    places[Int(unit)].map(Int.init)
      + nodes.panel.units.tree.children(of: unit).flatMap(placesWithParts)
  }

  /// The places of each subject, in code order.
  private func bySubject(_ places: [Int]) -> [[Int]] {
    func rank(_ place: Int) -> Int32 { subjectRanks[Int(nodes.nodes[place].subject)] }
    var groups: [[Int]] = []
    for place in places.sorted(by: { (rank($0), $0) < (rank($1), $1) }) {
      if let last = groups.last?.first, rank(last) == rank(place) {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups
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

  private func forEachPart(
    of owner: Owner, _ subjects: [[Int]], _ body: (Part) throws -> Void
  ) rethrows {
    let panel = nodes.panel
    for places in subjects {
      let subject = nodes.nodes[places[0]].subject
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
