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
    var adjusted = AdjustedLines(nodes)
    for adjustment in adjustments where adjustment.leavesTheBase {
      guard let (amount, isInterval) = adjustment.middle else { continue }
      for node in adjusted.nodes(containing: adjustment) {
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
