/// Outturns per person-year, for units with a headcount.
public struct PerHead: Sendable {
  public struct Row: Hashable, Sendable {
    public let node: Int
    public let year: FiscalYear
    public let amount: Money
    /// Nil where they are not to be told beside the amount.
    public let personYears: PrintedNumber?
    public let amountPerHead: Money?
    public let growth: PrintedNumber?
  }

  private let nodes: NodeTable
  private let people: PersonYears

  public init(_ nodes: NodeTable, _ people: PersonYears) {
    self.nodes = nodes
    self.people = people
  }

  /// Rows of lines and of units, by unit, subject and year.
  public func forEach(_ body: (Row) throws -> Void) rethrows {
    for place in nodes.nodes.indices {
      let level = nodes.nodes[place].level
      guard level == .line || level == .unit else { continue }
      for year in nodes.panel.years {
        if let row = row(place, year) { try body(row) }
      }
    }
  }

  private func row(_ place: Int, _ year: FiscalYear) -> Row? {
    let unit = nodes.panel.units.code(nodes.nodes[place].unit)
    guard let amount = nodes.cell(place, .outturn, year).money, people.isGiven(unit, year) else {
      return nil
    }
    let perHead = people.amount(amount, perHeadOf: unit, year)
    let before = year.previous.flatMap { previous in
      nodes.cell(place, .outturn, previous).money.flatMap {
        people.amount($0, perHeadOf: unit, previous)
      }
    }
    return Row(
      node: place, year: year, amount: amount, personYears: people.of(unit, year),
      amountPerHead: perHead,
      growth: perHead.flatMap { now in before.flatMap { Percentage.growth(from: $0, to: now) } })
  }
}
