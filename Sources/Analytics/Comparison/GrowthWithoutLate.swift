/// How the total of a year's outturns grew from the year before without the units that are late.
public struct GrowthWithoutLate: Hashable, Sendable {
  /// The units that the year lacks and the year before has, in the order of the nodes.
  public let late: [LateUnit]
  /// The names of the units, or their codes.
  public let names: [String]
  /// As many of the names as a sentence holds.
  public var shownNames: ArraySlice<String> { names.prefix(5) }
  public let amount: Money
  /// Of the year before, without them.
  public let previous: Money
  /// Undefined where the year before is 0 without them.
  public var growthPct: PrintedNumber? { Percentage.growth(from: previous, to: amount) }

  /// - Returns: Nil where no unit is late in the year.
  public init?(_ nodes: NodeTable, _ year: FiscalYear) {
    guard let total = nodes.total, let before = year.previous,
      let amount = nodes.cell(total, .outturn, year).money,
      let whole = nodes.cell(total, .outturn, before).money
    else { return nil }
    late = LateUnit.all(.outturn, nodes).filter {
      $0.missing.contains(year) && $0.lastYear == before
    }
    guard !late.isEmpty else { return nil }
    let units = nodes.panel.units
    names = late.map { unit in
      let member = nodes.nodes[unit.node].unit
      return units.name(member).isEmpty ? units.code(member) : units.name(member)
    }
    self.amount = amount
    previous = late.reduce(whole) { $0 - $1.last }
  }
}
