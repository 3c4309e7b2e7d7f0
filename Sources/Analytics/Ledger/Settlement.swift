/// Tells published totals from lines, stage by stage and year by year.
///
/// A row for a unit or subject that has parts is a published total: where every part has a value
/// the parts count, where none has the total itself is the line, and where only some have, the
/// rest is the line `<code>:other`.
struct Settlement {
  static let restSuffix = ":other"

  private var base: BaseCells
  private let quantum: Int64
  private let restName: (String) -> String
  private var units: Classification
  private var subjects: Classification
  private var lines = LineTable()
  /// Lines that are rests: the node each is the rest of.
  private var restNodes: [Int: CellKey] = [:]

  /// - Parameters:
  ///   - quantum: One last printed digit; nil where amounts are exact.
  ///   - restName: What a rest is called, from the name of what it is the rest of.
  static func panel(
    _ accounts: Accounts, quantum: Money?, restName: @escaping (String) -> String = { _ in "" }
  ) -> Panel {
    var settlement = Settlement(
      base: BaseCells(accounts), quantum: quantum?.cents ?? 0, units: accounts[.unit],
      subjects: accounts[.subject], restName: restName)
    return settlement.settle()
  }

  private init(
    base: BaseCells, quantum: Int64, units: Classification, subjects: Classification,
    restName: @escaping (String) -> String
  ) {
    self.base = base
    self.quantum = quantum
    self.units = units
    self.subjects = subjects
    self.restName = restName
  }

  private mutating func settle() -> Panel {
    let pairsByUnit = Dictionary(grouping: 0..<base.index.count) { base.index.keys[$0].unit }
    var below: [Int32: [Int]] = [:]
    for unit in unitsFromLeaves(pairsByUnit.keys) {
      let childLines = partsOf(unit).flatMap { below[$0] ?? [] }
      let own = settleSubjects(unit, pairsByUnit[unit] ?? [], childLines)
      let before = lines.count
      settleUnit(unit, own, childLines)
      below[unit] = childLines + (before..<lines.count)
    }
    return finished()
  }

  private func partsOf(_ unit: Int32) -> [Int32] {
    guard unit == CellKey.all else { return units.tree.children(of: unit) }
    return (0..<Int32(units.codes.count)).filter { units.tree.parent(of: $0) == Tree.root }
  }

  /// The units in use and those above them, each after its parts; the whole, if used, last.
  private func unitsFromLeaves(_ used: some Collection<Int32>) -> [Int32] {
    var all = Set(used)
    for unit in used { all.formUnion(units.tree.ancestors(of: unit)) }
    return all.sorted { a, b in
      if a == CellKey.all || b == CellKey.all { return b == CellKey.all && a != b }
      let (x, y) = (units.tree.depth(of: a), units.tree.depth(of: b))
      return x != y ? x > y : a < b
    }
  }

  // MARK: Subjects within a unit

  /// A unit's own lines, before they are held against the lines of its parts.
  private struct OwnLine {
    var subject: Int32
    /// The node whose rest the line is, if it is one.
    var restOf: Int32?
    var amounts: [Int64]
    var isWeak: [Bool]
  }

  private mutating func settleSubjects(
    _ unit: Int32, _ pairs: [Int], _ childLines: [Int]
  ) -> [OwnLine] {
    if !childLines.isEmpty { addParts(childLines, toWeakCellsOf: pairs) }
    if isTrivial(pairs) {
      return pairs.map { pair in
        OwnLine(
          subject: base.index.keys[pair].subject, restOf: nil, amounts: value(pair),
          isWeak: isWeak(pair))
      }
    }
    let nodes = SubjectNodes(pairs.map { (base.index.keys[$0].subject, $0) }, subjects)
    var own: [Int32: OwnLine] = [:]
    for plane in base.strong.indices {
      settlePlane(plane, nodes, into: &own)
    }
    return own.values.sorted { $0.subject < $1.subject }
  }

  /// What only finer cells of a unit give stands beside its parts, not above them: with the
  /// parts it makes the unit's amount.
  private mutating func addParts(_ childLines: [Int], toWeakCellsOf pairs: [Int]) {
    for pair in pairs {
      let subject = base.index.keys[pair].subject
      let inside = childLines.filter {
        subject == CellKey.all || lines.keys[$0].subject == subject
          || subjects.tree.isAncestor(subject, of: lines.keys[$0].subject)
      }
      for plane in base.weak.indices where base.weak[plane][pair] != Accounts.absent {
        let parts = inside.map { lines.amounts[plane][$0] }.filter { $0 != Accounts.absent }
        base.addToWeak(parts.reduce(0, +), pair: pair, plane: plane)
      }
    }
  }

  private func value(_ pair: Int) -> [Int64] {
    base.strong.indices.map {
      base.strong[$0][pair] != Accounts.absent ? base.strong[$0][pair] : base.weak[$0][pair]
    }
  }

  private func isWeak(_ pair: Int) -> [Bool] {
    base.strong.indices.map { base.strong[$0][pair] == Accounts.absent }
  }

  /// Whether no subject of the unit stands above another.
  private func isTrivial(_ pairs: [Int]) -> Bool {
    let members = Set(pairs.map { base.index.keys[$0].subject })
    if members.contains(CellKey.all) { return false }
    return !members.contains { subjects.tree.ancestors(of: $0).contains(where: members.contains) }
  }

  private mutating func settlePlane(
    _ plane: Int, _ nodes: SubjectNodes, into own: inout [Int32: OwnLine]
  ) {
    var sums = [Int64](repeating: 0, count: nodes.count)
    var coverage = [Coverage](repeating: .none, count: nodes.count)
    var terms = [Int64](repeating: 0, count: nodes.count)
    for node in 0..<nodes.count {
      let parts = nodes.children[node]
      let inside = parts.map { coverage[$0] }
      var (sum, count) = (Int64(0), Int64(0))
      for part in parts where coverage[part] != .none {
        sum += sums[part]
        count += terms[part]
      }
      let isCovered =
        !parts.isEmpty && !nodes.hasOtherParts[node] && inside.allSatisfy { $0 == .all }
      let isEmpty = inside.allSatisfy { $0 == .none }
      let strong = nodes.pair[node].map { base.strong[plane][$0] } ?? Accounts.absent
      let weak = nodes.pair[node].map { base.weak[plane][$0] } ?? Accounts.absent
      if isEmpty {
        let amount = strong != Accounts.absent ? strong : weak
        guard amount != Accounts.absent else { continue }
        put(amount, nodes.member[node], restOf: nil, plane, strong == Accounts.absent, &own)
        (sums[node], coverage[node], terms[node]) = (amount, .all, 1)
      } else if strong == Accounts.absent || isCovered {
        (sums[node], coverage[node], terms[node]) = (sum, isCovered ? .all : .some, count)
      } else {
        let rest = strong - sum
        if isBeyondRounding(rest, terms: count + 1) {
          put(rest, nodes.member[node], restOf: nodes.member[node], plane, false, &own)
          sum = strong
        }
        (sums[node], coverage[node], terms[node]) = (sum, .all, count + 1)
      }
    }
  }

  private mutating func put(
    _ amount: Int64, _ node: Int32, restOf: Int32?, _ plane: Int, _ weak: Bool,
    _ own: inout [Int32: OwnLine]
  ) {
    let subject = restOf == nil ? lineSubject(node) : restSubject(of: node)
    var line =
      own[subject]
      ?? OwnLine(
        subject: subject, restOf: restOf,
        amounts: Array(repeating: Accounts.absent, count: base.strong.count),
        isWeak: Array(repeating: false, count: base.strong.count))
    line.amounts[plane] = amount
    line.isWeak[plane] = weak
    own[subject] = line
  }

  /// The code of a line at a node: its own; `all` for a unit that is not broken down at all.
  private mutating func lineSubject(_ node: Int32) -> Int32 {
    node == CellKey.all ? subjects.codes.intern("all") : node
  }

  private mutating func restSubject(of node: Int32) -> Int32 {
    let code = node == CellKey.all ? "all" : subjects.codes.text(node)
    let rest = subjects.codes.intern(code + Settlement.restSuffix)
    if node != CellKey.all { _ = subjects.tree.place(rest, under: node) }
    subjects.setName(restName(subjects.name(node)), of: rest)
    return rest
  }

  /// Rests that roundings of the printed terms can make are no lines.
  private func isBeyondRounding(_ rest: Int64, terms: Int64) -> Bool {
    rest.magnitude * 2 > UInt64(quantum * terms)
  }

  // MARK: Units within a unit

  private mutating func settleUnit(_ unit: Int32, _ own: [OwnLine], _ childLines: [Int]) {
    if childLines.isEmpty {
      for line in own { add(unit, line, restUnit: nil) }
      return
    }
    var whole: [Int32: OwnLine] = [:]
    var split: [Int32: OwnLine] = [:]
    for plane in base.strong.indices {
      let present = childLines.filter { lines.amounts[plane][$0] != Accounts.absent }
      let lifted = lift(own.filter { $0.amounts[plane] != Accounts.absent }, plane, present)
      let shares = share(lifted, present)
      for (index, line) in lifted.enumerated() {
        settle(line, against: shares[index], unit, plane, &whole, &split)
      }
    }
    for (subject, line) in whole.sorted(by: { $0.key < $1.key }) {
      if var rest = split[subject] {
        for plane in rest.amounts.indices where line.amounts[plane] != Accounts.absent {
          rest.amounts[plane] = line.amounts[plane]
        }
        split[subject] = rest
      } else {
        add(unit, line, restUnit: nil)
      }
    }
    for (_, line) in split.sorted(by: { $0.key < $1.key }) { add(unit, line, restUnit: unit) }
  }

  /// One own line of a unit with parts: dropped, kept, or what is left of it.
  private mutating func settle(
    _ line: OwnLine, against parts: [Int], _ unit: Int32, _ plane: Int,
    _ whole: inout [Int32: OwnLine], _ split: inout [Int32: OwnLine]
  ) {
    let amount = line.amounts[plane]
    if parts.isEmpty {
      whole[line.subject, default: blank(line)].amounts[plane] = amount
      return
    }
    let covered = Set(parts.map { part(of: unit, above: lines.keys[$0].unit) })
    if covered.count == partsOf(unit).count && !line.isWeak[plane] { return }
    let rest = amount - parts.reduce(0) { $0 + lines.amounts[plane][$1] }
    let isExact = line.isWeak[plane]
    if isExact ? rest != 0 : isBeyondRounding(rest, terms: Int64(parts.count) + 1) {
      split[line.subject, default: blank(line)].amounts[plane] = rest
    }
  }

  private func blank(_ line: OwnLine) -> OwnLine {
    OwnLine(
      subject: line.subject, restOf: line.restOf,
      amounts: Array(repeating: Accounts.absent, count: line.amounts.count), isWeak: line.isWeak)
  }

  private func part(of unit: Int32, above leaf: Int32) -> Int32 {
    var node = leaf
    while units.tree.parent(of: node) != unit && units.tree.parent(of: node) != Tree.root {
      node = units.tree.parent(of: node)
    }
    return node
  }

  /// Own lines below a subject at which a part has a line are summed up to that subject: there
  /// alone the two can be compared.
  private func lift(_ own: [OwnLine], _ plane: Int, _ childLines: [Int]) -> [OwnLine] {
    let coarse = Set(childLines.map { lines.keys[$0].subject })
    var lifted: [Int32: OwnLine] = [:]
    for line in own {
      let above = subjects.tree.ancestors(of: line.subject).last { coarse.contains($0) }
      let target = above ?? line.subject
      if var sum = lifted[target] {
        sum.amounts[plane] += line.amounts[plane]
        sum.isWeak[plane] = sum.isWeak[plane] && line.isWeak[plane]
        lifted[target] = sum
      } else {
        var moved = line
        moved.subject = target
        if above != nil { moved.restOf = nil }
        lifted[target] = moved
      }
    }
    return lifted.values.sorted { $0.subject < $1.subject }
  }

  /// Gives each line of a part to the deepest own line that contains it.
  private func share(_ own: [OwnLine], _ childLines: [Int]) -> [[Int]] {
    var shares = [[Int]](repeating: [], count: own.count)
    var places: [Int32: Int] = [:]
    for (index, line) in own.enumerated() {
      places[line.subject] = index
      if let node = line.restOf { places[node] = places[node] ?? index }
    }
    let whole = subjects.codes.find("all").flatMap { places[$0] }
    for child in childLines {
      let subject = lines.keys[child].subject
      let path = [subject] + subjects.tree.ancestors(of: subject) + [CellKey.all]
      if let index = path.lazy.compactMap({ places[$0] }).first ?? whole {
        shares[index].append(child)
      }
    }
    return shares
  }

  private mutating func add(_ unit: Int32, _ line: OwnLine, restUnit: Int32?) {
    var code = unit == CellKey.all ? units.codes.intern("all") : unit
    if let restUnit { code = restCode(ofUnit: restUnit) }
    let number = lines.add(CellKey(unit: code, subject: line.subject), line.amounts)
    if restUnit != nil || line.restOf != nil {
      restNodes[number] = CellKey(unit: unit, subject: line.restOf ?? line.subject)
    }
  }

  private mutating func restCode(ofUnit unit: Int32) -> Int32 {
    let code = unit == CellKey.all ? "all" : units.codes.text(unit)
    let rest = units.codes.intern(code + Settlement.restSuffix)
    if unit != CellKey.all { _ = units.tree.place(rest, under: unit) }
    units.setName(restName(units.name(unit)), of: rest)
    return rest
  }

  // MARK: The panel

  private mutating func finished() -> Panel {
    let leaves = leafUnits()
    let kept = lines.keys.indices.filter { line in
      lines.amounts.contains { $0[line] != Accounts.absent }
    }
    let unitRank = ranks(units)
    let subjectRank = ranks(subjects)
    let order = kept.sorted { a, b in
      let (x, y) = (lines.keys[a], lines.keys[b])
      return x.unit != y.unit
        ? unitRank[Int(x.unit)] < unitRank[Int(y.unit)]
        : subjectRank[Int(x.subject)] < subjectRank[Int(y.subject)]
    }
    var rests = RestIndex()
    for (place, line) in order.enumerated() {
      if let node = restNodes[line] {
        rests.insert(line: place, unit: node.unit, subject: node.subject)
      } else if units.tree.isParent(lines.keys[line].unit)
        || subjects.tree.isParent(lines.keys[line].subject)
      {
        rests.insert(line: place, unit: lines.keys[line].unit, subject: lines.keys[line].subject)
      }
    }
    return Panel(
      years: base.years, stages: base.stages, units: units, subjects: subjects,
      lines: order.map {
        Panel.Line(
          unit: lines.keys[$0].unit, subject: lines.keys[$0].subject,
          leafUnit: leaves[lines.keys[$0].unit] ?? lines.keys[$0].unit)
      },
      planes: lines.amounts.map { plane in order.map { plane[$0] } },
      isRest: order.map { restNodes[$0] != nil }, rests: rests)
  }

  /// A unit whose parts have lines adds up its own lines under its `:other`.
  private mutating func leafUnits() -> [Int32: Int32] {
    let used = Set(lines.keys.map(\.unit))
    var above: Set<Int32> = []
    for unit in used { above.formUnion(units.tree.ancestors(of: unit)) }
    var leaves: [Int32: Int32] = [:]
    for unit in used.sorted() where above.contains(unit) {
      leaves[unit] = restCode(ofUnit: unit)
    }
    return leaves
  }

  /// The place of each code in byte order.
  private func ranks(_ classification: Classification) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: classification.codes.count)
    for (rank, code) in classification.sorted(0..<Int32(classification.codes.count)).enumerated() {
      ranks[Int(code)] = Int32(rank)
    }
    return ranks
  }
}

/// How much of a node has values.
private enum Coverage { case none, some, all }

/// The lines found so far: a column of keys, and an amount per line in each plane.
private struct LineTable {
  private(set) var keys: [CellKey] = []
  private(set) var amounts: [[Int64]] = []

  var count: Int { keys.count }

  mutating func add(_ key: CellKey, _ values: [Int64]) -> Int {
    keys.append(key)
    if amounts.isEmpty { amounts = Array(repeating: [], count: values.count) }
    for (plane, value) in values.enumerated() { amounts[plane].append(value) }
    return keys.count - 1
  }
}

/// The subjects that a unit uses and those above them, each after its parts.
private struct SubjectNodes {
  /// The subject, or `CellKey.all` for the whole.
  private(set) var member: [Int32] = []
  /// The base cell of the node, if it has one.
  private(set) var pair: [Int?] = []
  private(set) var children: [[Int]] = []
  /// Whether the classification has parts of the node that the unit does not use.
  private(set) var hasOtherParts: [Bool] = []

  var count: Int { member.count }

  init(_ cells: [(subject: Int32, pair: Int)], _ subjects: Classification) {
    let pairs = Dictionary(cells.map { ($0.subject, $0.pair) }) { first, _ in first }
    var used = Set(pairs.keys)
    used.remove(CellKey.all)
    for subject in Array(used) { used.formUnion(subjects.tree.ancestors(of: subject)) }
    let depths = Dictionary(uniqueKeysWithValues: used.map { ($0, subjects.tree.depth(of: $0)) })
    member = used.sorted { depths[$0]! != depths[$1]! ? depths[$0]! > depths[$1]! : $0 < $1 }
    if pairs[CellKey.all] != nil { member.append(CellKey.all) }
    let places = Dictionary(uniqueKeysWithValues: member.enumerated().map { ($1, $0) })
    pair = member.map { pairs[$0] }
    let tops = (0..<Int32(subjects.codes.count)).filter {
      subjects.tree.parent(of: $0) == Tree.root
    }
    for node in member {
      let parts = node == CellKey.all ? tops : subjects.tree.children(of: node)
      let here = parts.compactMap { places[$0] }
      children.append(here)
      hasOtherParts.append(here.count < parts.count)
    }
  }
}
