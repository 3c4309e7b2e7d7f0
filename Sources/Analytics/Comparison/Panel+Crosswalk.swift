extension Panel {
  /// The panel in the newest classification.
  ///
  /// Lines are moved, not cells: they are a partition of every stage and year, so that no total
  /// changes. A total that is not broken down stays where it is.
  public func restated(by crosswalk: Crosswalk) -> Panel {
    guard !crosswalk.isEmpty else { return self }
    var restatement = Restatement(self)
    for step in crosswalk.steps { restatement.apply(step) }
    return restatement.panel
  }
}

/// A panel whose lines are being moved to other codes.
private struct Restatement {
  private let source: Panel
  private var units: Classification
  private var subjects: Classification
  /// Unit and subject, and what the line is to the totals around it.
  private struct Place: Hashable, Comparable {
    var node: CellKey
    let role: LineRole
    let isRestOfUnits: Bool
    let isRestOfSubjects: Bool

    /// Plain lines, then wholes, then rests.
    private var rank: Int {
      switch role {
      case .plain: 0
      case .whole: 1
      case .rest: 2 + (isRestOfUnits ? 1 : 0) + (isRestOfSubjects ? 2 : 0)
      }
    }

    static func < (a: Place, b: Place) -> Bool {
      (a.node.unit, a.node.subject, a.rank) < (b.node.unit, b.node.subject, b.rank)
    }
  }
  private var amounts: [Place: [Int64]] = [:]
  private var places = MemberLists<Place>()
  private var publishing: Publishing

  init(_ panel: Panel) {
    source = panel
    units = panel.units
    subjects = panel.subjects
    publishing = panel.publishing
    for (line, it) in panel.lines.enumerated() {
      let place = Place(
        node: it.node, role: it.role,
        isRestOfUnits: it.role == .rest && it.unit != it.node.unit && !isAll(it.unit, units),
        isRestOfSubjects: it.role == .rest && it.subject != it.node.subject
          && !isAll(it.subject, subjects))
      amounts[place] = (0..<panel.planeCount).map {
        panel[line, $0].money?.cents ?? Accounts.absent
      }
      places.insert(place, at: place.node)
    }
  }

  private func isAll(_ member: Int32, _ classification: Classification) -> Bool {
    classification.code(member) == "all"
  }

  mutating func apply(_ step: Crosswalk.Step) {
    let classification = step.dimension == .unit ? units : subjects
    guard let from = classification.codes.find(step.from) else { return }
    let successors = step.successors.map { intern($0.code, step.dimension) }
    for place in places.items(step.dimension, from) {
      let values = amounts[place]!
      for plane in values.indices where values[plane] != Accounts.absent {
        guard source.years[plane % source.years.count] < step.fromYear else { continue }
        amounts[place]![plane] = Accounts.absent
        let parts = Crosswalk.parts(of: Money(cents: values[plane]), step)
        for (part, successor) in zip(parts, successors) {
          add(part, to: place, step.dimension, successor, plane)
        }
      }
    }
    if step.dimension == .unit { movePublishing(from, successors, before: step.fromYear) }
  }

  private mutating func intern(_ code: String, _ dimension: Dimension) -> Int32 {
    dimension == .unit ? units.codes.intern(code) : subjects.codes.intern(code)
  }

  private mutating func add(
    _ part: Money, to place: Place, _ dimension: Dimension, _ successor: Int32, _ plane: Int
  ) {
    var target = place
    target.node[dimension] = successor
    if amounts[target] == nil {
      amounts[target] = Array(repeating: Accounts.absent, count: source.planeCount)
      places.insert(target, at: target.node)
    }
    let there = amounts[target]![plane]
    amounts[target]![plane] = there == Accounts.absent ? part.cents : there + part.cents
  }

  private mutating func movePublishing(
    _ from: Int32, _ successors: [Int32], before year: FiscalYear
  ) {
    for plane in 0..<source.planeCount
    where source.years[plane % source.years.count] < year && publishing.contains(from, plane) {
      publishing.remove(from, plane)
      for successor in successors { publishing.insert(successor, plane) }
    }
  }

  var panel: Panel {
    var lines = LineTable()
    var (units, subjects) = (self.units, self.subjects)
    for place in amounts.keys.sorted() {
      let key = CellKey(
        unit: code(place.node.unit, place.isRestOfUnits, &units),
        subject: code(place.node.subject, place.isRestOfSubjects, &subjects))
      let values = amounts[place]!
      lines.add(
        LineTable.Entry(key: key, node: place.node, role: place.role), values.indices, values,
        isWeak: values.map { _ in false })
    }
    return PanelAssembly(
      years: source.years, stages: source.stages, units: units, subjects: subjects,
      lines: lines, publishing: publishing
    ).panel { $0 }
  }

  private func code(_ member: Int32, _ isRest: Bool, _ classification: inout Classification)
    -> Int32
  {
    if isRest { return classification.rest(of: member) { $0 } }
    return member == CellKey.all ? classification.codes.intern("all") : member
  }
}
