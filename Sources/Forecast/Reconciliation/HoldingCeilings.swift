import Analytics

/// The ceilings that hold forecasts of one stage and year, by what they are about: a line may be
/// moved by one on a unit, a class or the whole that it is part of.
struct HoldingCeilings: Sendable {
  /// Those of a unit and a subject.
  private var byPlace: [CellKey: [Ceiling]] = [:]
  /// Those of some lines only, as of one role or kind.
  private var byLine: [Int: [Ceiling]] = [:]

  init(_ rules: [SumRule], _ nodes: NodeTable) {
    for rule in rules { add(rule, nodes) }
  }

  private mutating func add(_ rule: SumRule, _ nodes: NodeTable) {
    let it = rule.ceiling
    if it.role == nil && it.kind == nil && it.fund == nil {
      let unit = it.unit.map { nodes.panel.units.codes.find($0)! } ?? CellKey.all
      let subject = it.subject.map { nodes.panel.subjects.codes.find($0)! } ?? CellKey.all
      byPlace[CellKey(unit: unit, subject: subject), default: []].append(it)
      return
    }
    switch rule.members {
    case .lines(let lines): for line in lines { byLine[line, default: []].append(it) }
    case .node(let node) where nodes.nodes[node].level == .line:
      byLine[node, default: []].append(it)
    case .node(let node):
      let (unit, subject) = (nodes.nodes[node].unit, nodes.nodes[node].subject)
      byPlace[CellKey(unit: unit, subject: subject), default: []].append(it)
    }
  }

  /// Those on a node, and on what it is part of; the nearest first.
  func over(_ node: Int, _ nodes: NodeTable) -> [Ceiling] {
    if byPlace.isEmpty && byLine.isEmpty { return [] }
    let (it, panel) = (nodes.nodes[node], nodes.panel)
    let own = byLine[node] ?? []
    let leaf = it.level == .line ? panel.lines[node].leafUnit : it.unit
    let units = Self.path([it.unit, leaf], panel.units.tree)
    let subjects = Self.path([it.subject], panel.subjects.tree)
    let above = units.flatMap { unit in
      subjects.flatMap { byPlace[CellKey(unit: unit, subject: $0)] ?? [] }
    }
    return own + above
  }

  /// Members, those above the last of them, and the whole; each once.
  private static func path(_ members: [Int32], _ tree: Tree) -> [Int32] {
    var seen: Set<Int32> = []
    return (members + tree.ancestors(of: members.last!) + [CellKey.all]).filter {
      seen.insert($0).inserted
    }
  }
}
