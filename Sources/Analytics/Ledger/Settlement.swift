/// Tells published totals from lines, stage by stage and year by year.
///
/// A row for a unit or subject that has parts is a published total: where every part has a value
/// the parts count, where none has the total itself is the line, and where only some have, the
/// rest is the line `<code>:other`. A line has one code in all years and stages: that of the rest,
/// if any year or stage leaves one.
struct Settlement {
  private let base: BaseCells
  private let quantum: Int64
  private let restName: (String) -> String
  private var units: Classification
  private var subjects: Classification
  /// How many codes the sources have; those beyond are codes of rests.
  private let unitCount: Int32
  private let subjectCount: Int32
  private let levels: SubjectLevels
  /// Room for `SubjectNodes` to look subjects up.
  private var places: [Int32]
  /// Whether some amounts are of all units together.
  private let hasWhole: Bool
  private var lines = LineTable()
  private var covered: CoveredSubjects
  private var overshoots: Overshoots

  /// - Parameters:
  ///   - quantum: One last printed digit; nil where amounts are exact.
  ///   - restName: What a rest is called, from the name of what it is the rest of.
  static func panel(
    _ accounts: Accounts, quantum: Money?, restName: @escaping (String) -> String = { _ in "" }
  ) -> Panel {
    var (units, subjects) = (accounts[.unit], accounts[.subject])
    units.reserve(accounts.members(of: .unit))
    subjects.reserve(accounts.members(of: .subject))
    var settlement = Settlement(
      base: BaseCells(accounts), quantum: quantum?.cents ?? 0, units: units, subjects: subjects,
      overshoots: Overshoots(accounts), restName: restName)
    return settlement.settle()
  }

  private init(
    base: BaseCells, quantum: Int64, units: Classification, subjects: Classification,
    overshoots: Overshoots, restName: @escaping (String) -> String
  ) {
    self.base = base
    self.quantum = quantum
    self.units = units
    self.subjects = subjects
    self.overshoots = overshoots
    self.restName = restName
    unitCount = Int32(units.codes.count)
    subjectCount = Int32(subjects.codes.count)
    levels = SubjectLevels(subjects.tree, count: subjectCount)
    places = Array(repeating: -1, count: Int(subjectCount))
    hasWhole = base.index.keys.contains { $0.unit == CellKey.all }
    self.covered = CoveredSubjects(
      subjects: subjects.tree, count: subjectCount, planes: base.planeCount)
  }

  private mutating func settle() -> Panel {
    let pairsByUnit = Dictionary(grouping: 0..<base.index.count) { base.index.keys[$0].unit }
    var below: [Int32: [Int]] = [:]
    for unit in unitsFromLeaves(pairsByUnit.keys) {
      let list = parts(of: unit)
      let parts = UnitParts(list, list.map { below[$0] ?? [] })
      let before = lines.count
      let pairs = pairsByUnit[unit] ?? []
      if parts.lines.isEmpty && isFlat(pairs) {
        for pair in pairs { addFlat(pair) }
        if isPart(unit) { noteFlat(unit, pairs) }
      } else {
        let known = settle(unit, pairs, parts)
        for (plane, subjects) in known.enumerated() {
          covered.note(subjects, of: unit, plane: plane)
        }
      }
      below[unit] = parts.lines + (before..<lines.count)
    }
    return finished()
  }

  private func parts(of unit: Int32) -> [Int32] {
    guard unit == CellKey.all else {
      return units.tree.children(of: unit).filter { $0 < unitCount }
    }
    return (0..<unitCount).filter { units.tree.parent(of: $0) == Tree.root }
  }

  /// The units in use and those above them, each after its parts; the whole, if used, last.
  private func unitsFromLeaves(_ used: some Collection<Int32>) -> [Int32] {
    var all = Set(used)
    for unit in used { all.formUnion(units.tree.ancestors(of: unit)) }
    let depths = all.map { (unit: $0, depth: $0 == CellKey.all ? 0 : units.tree.depth(of: $0)) }
    return depths.sorted { a, b in
      a.depth != b.depth ? a.depth > b.depth : a.unit < b.unit
    }.map(\.unit)
  }

  // MARK: A unit without totals

  /// Whether no subject of the unit stands above another.
  private func isFlat(_ pairs: [Int]) -> Bool {
    let members = Set(pairs.map { base.index.keys[$0].subject })
    if members.contains(CellKey.all) { return false }
    return !members.contains { subjects.tree.ancestors(of: $0).contains(where: members.contains) }
  }

  private mutating func addFlat(_ pair: Int) {
    let key = base.index.keys[pair]
    let planes = base.runs.planes(of: pair)
    let strong = planes.map { base.strong(pair, $0) }
    let amounts = zip(planes, strong).map { plane, amount in
      amount == Accounts.absent ? base.weak(pair, plane) : amount
    }
    let isUndivided = subjects.tree.children(of: key.subject).contains { $0 < subjectCount }
    lines.add(
      LineTable.Entry(
        key: CellKey(unit: lineUnit(key.unit), subject: key.subject), node: key,
        role: isUndivided || isAbove(key.unit) ? .whole : .plain),
      planes, amounts, isWeak: strong.map { $0 == Accounts.absent })
  }

  /// Every amount of the unit is known in full where it is.
  private mutating func noteFlat(_ unit: Int32, _ pairs: [Int]) {
    for plane in 0..<base.planeCount {
      let known = pairs.filter {
        base.strong($0, plane) != Accounts.absent || base.weak($0, plane) != Accounts.absent
      }
      covered.note(known.map { base.index.keys[$0].subject }, of: unit, plane: plane)
    }
  }

  /// Whether totals may stand above a unit, which ask what of it is known.
  private func isPart(_ unit: Int32) -> Bool {
    hasWhole || units.tree.parent(of: unit) != Tree.root
  }

  private func isAbove(_ unit: Int32) -> Bool {
    unit == CellKey.all || units.tree.isParent(unit)
  }

  // MARK: A unit with totals

  /// - Returns: By plane, the subjects at which the unit's amount is known in full, if a total may
  ///   stand above it.
  private mutating func settle(
    _ unit: Int32, _ pairs: [Int], _ parts: UnitParts
  ) -> [[Int32]] {
    let nodes = SubjectNodes(
      pairs.map { (base.index.keys[$0].subject, $0) },
      parts.lines.map { lines.entries[$0].node.subject }, levels, places: &places)
    var drafts: [Draft?] = Array(repeating: nil, count: nodes.count)
    var known: [[Int32]] = []
    var pass = PlaneSettlement(
      unit: unit, nodes: nodes, base: base, quantum: quantum, parts: parts, covered: covered,
      overshoots: overshoots)
    defer { overshoots = pass.overshoots }
    for plane in 0..<base.planeCount {
      let all = pass.settle(plane: plane, lines)
      known.append(isPart(unit) ? pass.coveredSubjects : [])
      for found in all {
        if drafts[found.node] == nil { drafts[found.node] = Draft(planes: base.planeCount) }
        drafts[found.node]!.take(found, plane)
      }
    }
    for (draft, subject) in zip(drafts, nodes.member) {
      if let draft { add(draft, unit, subject) }
    }
    return known
  }

  /// What a unit has of its own at one subject, through all planes.
  private struct Draft {
    var amounts: [Int64]
    var isWeak: [Bool]
    var isRestOfUnits = false
    var isRestOfSubjects = false

    init(planes: Int) {
      amounts = Array(repeating: Accounts.absent, count: planes)
      isWeak = Array(repeating: false, count: planes)
    }

    mutating func take(_ found: PlaneSettlement.Found, _ plane: Int) {
      amounts[plane] = found.amount
      isWeak[plane] = found.isWeak
      isRestOfUnits = isRestOfUnits || found.isRestOfUnits
      isRestOfSubjects = isRestOfSubjects || found.isRestOfSubjects
    }
  }

  private mutating func add(_ draft: Draft, _ unit: Int32, _ subject: Int32) {
    let isRest = draft.isRestOfUnits || draft.isRestOfSubjects
    let isUndivided =
      subject == CellKey.all || isAbove(unit)
      || subjects.tree.children(of: subject).contains { $0 < subjectCount }
    let key = CellKey(
      unit: draft.isRestOfUnits ? restUnit(of: unit) : lineUnit(unit),
      subject: draft.isRestOfSubjects ? restSubject(of: subject) : lineSubject(subject))
    lines.add(
      LineTable.Entry(
        key: key, node: CellKey(unit: unit, subject: subject),
        role: isRest ? .rest : isUndivided ? .whole : .plain),
      draft.amounts.indices, draft.amounts, isWeak: draft.isWeak)
  }

  // MARK: Codes

  private mutating func lineUnit(_ unit: Int32) -> Int32 {
    unit == CellKey.all ? units.codes.intern("all") : unit
  }

  private mutating func lineSubject(_ subject: Int32) -> Int32 {
    subject == CellKey.all ? subjects.codes.intern("all") : subject
  }

  private mutating func restUnit(of unit: Int32) -> Int32 {
    units.rest(of: unit, restName)
  }

  private mutating func restSubject(of subject: Int32) -> Int32 {
    subjects.rest(of: subject, restName)
  }

  private func finished() -> Panel {
    PanelAssembly(
      years: base.years, stages: base.stages, units: units, subjects: subjects, lines: lines,
      publishing: base.publishing()
    ).panel(restName)
  }
}
