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
    for place in places {
      for year in nodes.panel.years {
        if let row = row(place, year) { try body(row) }
      }
    }
  }

  /// Lines and units by unit and subject; a unit stands before its lines.
  private var places: [Int] {
    let (units, subjects) = (nodes.panel.units.ranks, nodes.panel.subjects.ranks)
    func key(_ place: Int) -> (Int32, Int32) {
      let node = nodes.nodes[place]
      return (
        units[Int(node.unit)], node.subject == CellKey.all ? -1 : subjects[Int(node.subject)]
      )
    }
    return nodes.nodes.indices.filter { [.line, .unit].contains(nodes.nodes[$0].level) }
      .sorted { key($0) < key($1) }
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
