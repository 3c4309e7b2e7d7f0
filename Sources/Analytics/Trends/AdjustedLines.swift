/// Finds the lines and nodes whose amounts contain an adjustment's.
public struct AdjustedLines {
  private let nodes: NodeTable
  private lazy var lines = LinesByMember(nodes.panel)

  public init(_ nodes: NodeTable) { self.nodes = nodes }

  /// The one line whose amount contains an adjustment's, or nil.
  public mutating func line(of adjustment: Adjustment) -> Int? {
    guard let lines = lines(of: adjustment), lines.count == 1 else { return nil }
    return lines[0]
  }

  /// The nodes whose amount contains an adjustment's: its own line, where one line alone can be
  /// meant, and everything that adds it up.
  mutating func nodes(containing adjustment: Adjustment) -> [Int] {
    guard let lines = lines(of: adjustment) else { return [] }
    return lines.count == 1 ? [lines[0]] + nodes.above(lines[0]) : commonAbove(lines)
  }

  private mutating func lines(of adjustment: Adjustment) -> [Int]? {
    let panel = nodes.panel
    let subject = adjustment.subject.flatMap(panel.subjects.codes.find)
    let unit = adjustment.unit.flatMap(panel.units.codes.find)
    if adjustment.subject != nil && subject == nil { return nil }
    if adjustment.unit != nil && unit == nil { return nil }
    let subjects: Set = [subject ?? CellKey.all]
    guard let unit else { return lines.lines(CellKey.all, subjects) }
    let own = lines.lines(unit, subjects).filter {
      let other = panel.lines[$0].unit
      return other == unit || panel.units.tree.isAncestor(unit, of: other)
    }
    return own.isEmpty ? above(unit, subjects) : own
  }

  /// The lines of the units above one: the accounts may not break the subject down to the unit, and
  /// then a unit above it carries it.
  private mutating func above(_ unit: Int32, _ subjects: Set<Int32>) -> [Int] {
    let panel = nodes.panel
    let above = panel.units.tree.ancestors(of: unit)
    guard let highest = above.last else { return [] }
    return lines.lines(highest, subjects).filter {
      above.contains(panel.unitWithParts(panel.lines[$0].unit))
    }
  }

  private func commonAbove(_ lines: [Int]) -> [Int] {
    guard let first = lines.first else { return [] }
    var shared = Set(nodes.above(first))
    // The total is above every line.
    for line in lines.dropFirst() where shared.count > 1 {
      shared.formIntersection(nodes.above(line))
    }
    return shared.sorted()
  }
}
