/// Amounts less what does not recur: the base that trends are drawn through.
///
/// A `level` adjustment that does not recur leaves the year it is contained in; a `timing` item
/// goes to the year it belongs to, if that year has an amount. An amount known only as an interval
/// is taken at its middle, and marked. Adjustments against the budget or the year before only
/// explain a difference; nothing of them is contained in the amount.
public struct Normalisation: Sendable {
  /// What is taken from a node's amount in one stage and year.
  public struct Change: Hashable, Sendable {
    public var amount = Money.zero
    /// Whether some of it is known only as an interval.
    public var isInterval = false
  }

  private struct Place: Hashable {
    let node: Int
    let stage: Stage
    let year: FiscalYear
  }

  private var changes: [Place: Change] = [:]
  private var leaving: [Place: [Adjustment]] = [:]

  public init(_ nodes: NodeTable, _ adjustments: [Adjustment]) {
    for adjustment in adjustments where adjustment.leavesTheBase {
      guard let (amount, isInterval) = adjustment.middle else { continue }
      for node in nodes.containing(adjustment) {
        let place = Place(node: node, stage: adjustment.stage, year: adjustment.year)
        leaving[place, default: []].append(adjustment)
        add(-amount, isInterval, node, adjustment.stage, adjustment.year, nodes)
        if adjustment.kinds.contains("timing"), let year = adjustment.forYear {
          add(amount, isInterval, node, adjustment.stage, year, nodes)
        }
      }
    }
  }

  private mutating func add(
    _ amount: Money, _ isInterval: Bool, _ node: Int, _ stage: Stage, _ year: FiscalYear,
    _ nodes: NodeTable
  ) {
    guard nodes.cell(node, stage, year).money != nil else { return }
    var change = changes[Place(node: node, stage: stage, year: year)] ?? Change()
    change.amount = change.amount + amount
    change.isInterval = change.isInterval || isInterval
    changes[Place(node: node, stage: stage, year: year)] = change
  }

  /// Nil where the amount is the base.
  public func change(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> Change? {
    changes[Place(node: node, stage: stage, year: year)]
  }

  /// What leaves the base of a node in one stage and year, in the order of the table.
  public func leaving(_ node: Int, _ stage: Stage, _ year: FiscalYear) -> [Adjustment] {
    leaving[Place(node: node, stage: stage, year: year)] ?? []
  }

  /// Of a node's years; none at all where nothing is taken from any node.
  func changes(_ node: Int, _ stage: Stage, _ years: [FiscalYear]) -> [Change?] {
    changes.isEmpty ? [] : years.map { change(node, stage, $0) }
  }
}

extension Adjustment {
  fileprivate var leavesTheBase: Bool {
    guard against == "level" else { return false }
    switch recurs {
    case "yes": return false
    case "no", "part": return true
    default: return kinds.contains { ["one_off", "irregular", "timing"].contains($0) }
    }
  }

  /// The amount, or the middle of the interval it is known to lie in.
  public var middle: (amount: Money, isInterval: Bool)? {
    if let amount { return (amount, false) }
    guard let high else { return nil }
    let low = low ?? .zero
    let sum = Int128(low.cents) + Int128(high.cents)
    return (Money(cents: Int64(sum.dividedRoundingHalfToEven(by: 2))), true)
  }
}

extension NodeTable {
  /// The nodes whose amount contains an adjustment's: its own line, where one line alone can be
  /// meant, and everything that adds it up.
  fileprivate func containing(_ adjustment: Adjustment) -> [Int] {
    guard let lines = lines(of: adjustment) else { return [] }
    return lines.count == 1 ? [lines[0]] + above(lines[0]) : commonAbove(lines)
  }

  /// The one line whose amount contains an adjustment's, or nil.
  public func line(of adjustment: Adjustment) -> Int? {
    guard let lines = lines(of: adjustment), lines.count == 1 else { return nil }
    return lines[0]
  }

  private func lines(of adjustment: Adjustment) -> [Int]? {
    let subject = adjustment.subject.flatMap(panel.subjects.codes.find)
    let unit = adjustment.unit.flatMap(panel.units.codes.find)
    if adjustment.subject != nil && subject == nil { return nil }
    if adjustment.unit != nil && unit == nil { return nil }
    func lines(_ isUnit: (Int32) -> Bool) -> [Int] {
      panel.lines.indices.filter { place in
        let line = panel.lines[place]
        let isSubject =
          subject.map {
            line.subject == $0 || panel.subjects.tree.isAncestor($0, of: line.subject)
          } ?? true
        return isSubject && isUnit(line.unit)
      }
    }
    guard let unit else { return lines { _ in true } }
    let own = lines { $0 == unit || panel.units.tree.isAncestor(unit, of: $0) }
    if !own.isEmpty { return own }
    // The accounts may not break the subject down to the unit: then a unit above it carries it.
    let above = Set(panel.units.tree.ancestors(of: unit))
    return lines { above.contains(panel.unitWithParts($0)) }
  }

  private func commonAbove(_ lines: [Int]) -> [Int] {
    guard let first = lines.first else { return [] }
    let shared = lines.dropFirst().reduce(into: Set(above(first))) {
      $0.formIntersection(above($1))
    }
    return shared.sorted()
  }
}
