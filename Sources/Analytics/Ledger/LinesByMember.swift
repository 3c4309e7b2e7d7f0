/// The lines of each unit and of each subject, so that those of both are found without a look at
/// all others.
struct LinesByMember {
  private let panel: Panel
  private let ofUnit: [[Int32]]
  private let ofSubject: [[Int32]]

  init(_ panel: Panel) {
    self.panel = panel
    var ofUnit = [[Int32]](repeating: [], count: panel.units.codes.count)
    var ofSubject = [[Int32]](repeating: [], count: panel.subjects.codes.count)
    for (number, line) in panel.lines.enumerated() {
      for unit in Set([line.leafUnit, line.unit]) where unit != CellKey.all {
        ofUnit[Int(unit)].append(Int32(number))
      }
      if line.subject != CellKey.all { ofSubject[Int(line.subject)].append(Int32(number)) }
    }
    self.ofUnit = ofUnit
    self.ofSubject = ofSubject
  }

  /// The lines of a unit or its parts at some subjects or below them, in order.
  ///
  /// - Parameters:
  ///   - unit: `CellKey.all` for all.
  ///   - subjects: With `CellKey.all` among them for all.
  /// - Complexity: The lines of the unit, or those of the subjects where they are fewer.
  func lines(_ unit: Int32, _ subjects: Set<Int32>) -> [Int] {
    let isEvery = subjects.contains(CellKey.all)
    let units = unit == CellKey.all ? nil : Self.members(from: [unit], panel.units.tree, ofUnit)
    let lines = isEvery ? nil : Self.members(from: subjects, panel.subjects.tree, ofSubject)
    guard let shorter = [units, lines].compactMap(\.self).min(by: { $0.count < $1.count }) else {
      return Array(panel.lines.indices)
    }
    return Set(shorter.lists.joined()).sorted().map(Int.init).filter {
      isOf(unit, $0) && (isEvery || isAt(subjects, $0))
    }
  }

  private static func members(
    from tops: Set<Int32>, _ tree: Tree, _ lists: [[Int32]]
  ) -> (lists: [[Int32]], count: Int) {
    var open = Array(tops)
    var found: [[Int32]] = []
    while let member = open.popLast() {
      if Int(member) < lists.count { found.append(lists[Int(member)]) }
      open += tree.children(of: member)
    }
    return (found, found.reduce(0) { $0 + $1.count })
  }

  private func isOf(_ unit: Int32, _ line: Int) -> Bool {
    let it = panel.lines[line]
    return unit == CellKey.all || it.leafUnit == unit || it.unit == unit
      || panel.units.tree.isAncestor(unit, of: it.leafUnit)
  }

  private func isAt(_ subjects: Set<Int32>, _ line: Int) -> Bool {
    let subject = panel.lines[line].subject
    return subjects.contains(subject)
      || panel.subjects.tree.ancestors(of: subject).contains { subjects.contains($0) }
  }
}
