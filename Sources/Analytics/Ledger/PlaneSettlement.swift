/// Tells a unit's totals from its lines, a stage and year at a time, from the lowest subjects up.
///
/// At every subject the unit's own amount is held against what is known below it: lines of its
/// own, and lines of its parts.
struct PlaneSettlement {
  /// What a unit has of its own at a node: the whole amount, or what is left of it.
  struct Found {
    let node: Int
    let amount: Int64
    var isWeak = false
    var isRestOfUnits = false
    var isRestOfSubjects = false
  }

  /// How much of a node has values.
  private enum Coverage { case none, some, all }

  /// What is known at and below a node.
  private struct Known {
    var coverage = Coverage.none
    var sum: Int64 = 0
    /// How many printed amounts the sum has.
    var terms: Int64 = 0
    /// How many direct parts of the unit have lines here.
    var unitCount = 0
    /// Whether the unit itself has amounts here.
    var hasOwn = false
    /// Whether all lines of parts are sums of finer cuts.
    var partsAreWeak = true

    mutating func add(_ part: Known) {
      guard part.coverage != .none else { return }
      sum += part.sum
      terms += part.terms
      hasOwn = hasOwn || part.hasOwn
      partsAreWeak = partsAreWeak && part.partsAreWeak
      coverage = .some
    }
  }

  private let unit: Int32
  private let nodes: SubjectNodes
  private let base: BaseCells
  private let quantum: Int64
  private let parts: UnitParts
  private let covered: CoveredSubjects
  private(set) var overshoots: Overshoots
  private var plane = 0
  private var known: [Known] = []
  private var partsBelow: PartsBelow
  private var found: [Found] = []

  init(
    unit: Int32, nodes: SubjectNodes, base: BaseCells, quantum: Int64, parts: UnitParts,
    covered: CoveredSubjects, overshoots: Overshoots
  ) {
    self.unit = unit
    self.nodes = nodes
    self.base = base
    self.quantum = quantum
    self.parts = parts
    self.covered = covered
    self.overshoots = overshoots
    partsBelow = PartsBelow(parts: parts.list.count)
  }

  /// What the unit has of its own in a stage and year.
  ///
  /// - Parameter lines: Among them those of the parts.
  mutating func settle(plane: Int, _ lines: LineTable) -> [Found] {
    self.plane = plane
    known.removeAll(keepingCapacity: true)
    partsBelow.removeAll()
    found.removeAll(keepingCapacity: true)
    for node in 0..<nodes.count { known.append(settle(node, sumBelow(node, lines))) }
    return found
  }

  /// The subjects at which the unit's amount is known in full, in the plane settled last.
  var coveredSubjects: [Int32] {
    nodes.member.indices.filter { known[$0].coverage == .all }.map { nodes.member[$0] }
  }

  private mutating func sumBelow(_ node: Int, _ lines: LineTable) -> Known {
    let children = nodes.children[node]
    var below = Known()
    var isComplete = !children.isEmpty && !nodes.hasOtherParts[node]
    for child in children {
      below.add(known[Int(child)])
      isComplete = isComplete && known[Int(child)].coverage == .all
    }
    if !parts.list.isEmpty {
      addParts(node, children, lines, to: &below)
      isComplete =
        isComplete
        || below.unitCount == parts.list.count
          && covered.contains(nodes.member[node], of: parts.list, plane: plane)
    }
    if below.coverage == .some && isComplete { below.coverage = .all }
    return below
  }

  /// Adds the lines of parts that stand at a node, and counts the parts with any there or below.
  private mutating func addParts(
    _ node: Int, _ children: ArraySlice<Int32>, _ lines: LineTable, to below: inout Known
  ) {
    partsBelow.add(over: children)
    for place in nodes.lines[node] {
      let line = parts.lines[Int(place)]
      let amount = lines.amount(line, plane)
      guard amount != Accounts.absent else { continue }
      below.sum += amount
      below.terms += 1
      below.partsAreWeak = below.partsAreWeak && lines.isWeak(line, plane)
      below.coverage = .some
      partsBelow.insert(parts.owners[Int(place)])
    }
    below.unitCount = partsBelow.count
  }

  private mutating func settle(_ node: Int, _ below: Known) -> Known {
    guard let pair = nodes.pair[node] else { return below }
    let strong = base.strong(pair, plane)
    let weak = base.weak(pair, plane)
    if below.coverage == .none {
      guard strong != Accounts.absent || weak != Accounts.absent else { return below }
      let isWeak = strong == Accounts.absent
      return keep(isWeak ? weak : strong, node, isWeak: isWeak)
    }
    if strong != Accounts.absent { return holdAgainst(strong, node, below) }
    guard weak != Accounts.absent, below.unitCount > 0 else { return below }
    return below.partsAreWeak && !below.hasOwn
      ? standBeside(weak, node, below) : holdAgainst(weak, node, below, isWeak: true)
  }

  /// No part has a value: the amount is the line.
  private mutating func keep(_ amount: Int64, _ node: Int, isWeak: Bool) -> Known {
    found.append(Found(node: node, amount: amount, isWeak: isWeak))
    var own = Known()
    (own.coverage, own.sum, own.terms, own.hasOwn) = (.all, amount, 1, true)
    return own
  }

  /// A total with parts: dropped where they are complete, else its rest is kept. A rest that
  /// roundings of the printed terms can make is none.
  private mutating func holdAgainst(
    _ total: Int64, _ node: Int, _ below: Known, isWeak: Bool = false
  ) -> Known {
    var settled = below
    settled.hasOwn = true
    settled.coverage = .all
    let rest = total - below.sum
    guard below.coverage != .all, isBeyondRounding(rest, terms: below.terms + 1),
      rest > 0 || total < 0 || mayOvershoot(node, below)
    else { return settled }
    found.append(
      Found(
        node: node, amount: rest, isWeak: isWeak, isRestOfUnits: below.unitCount > 0,
        isRestOfSubjects: below.hasOwn || below.unitCount == 0))
    settled.sum = total
    settled.terms += 1
    return settled
  }

  /// Whether known parts may be more than their total. Where some are of units and others of
  /// subjects, a part may be counted in both, and nobody can tell.
  private mutating func mayOvershoot(_ node: Int, _ below: Known) -> Bool {
    if below.hasOwn && below.unitCount > 0 { return true }
    return overshoots.isRefund(
      CellKey(unit: unit, subject: nodes.member[node]),
      along: below.unitCount > 0 ? .unit : .subject,
      base.stages[plane / base.years.count], base.years[plane % base.years.count])
  }

  /// Finer cells of the unit that no part repeats, such as a project that is not given to a part,
  /// stand beside the finer cells of the parts.
  private mutating func standBeside(_ amount: Int64, _ node: Int, _ below: Known) -> Known {
    found.append(Found(node: node, amount: amount, isWeak: true, isRestOfUnits: true))
    var settled = below
    settled.sum += amount
    settled.terms += 1
    settled.hasOwn = true
    settled.coverage = .all
    return settled
  }

  private func isBeyondRounding(_ rest: Int64, terms: Int64) -> Bool {
    rest.magnitude * 2 > UInt64(quantum * terms)
  }
}
