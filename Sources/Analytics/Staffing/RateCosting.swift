/// What rates make of the people of a line, year by year, in hundredths of the currency unit.
public struct RateCosting: Sendable {
  /// The rates of one category of people on a line.
  public struct Item: Sendable {
    /// The place of the category in the roster.
    public let category: Int
    /// Places of units in the roster.
    public let units: [Int]
    public let rates: DatedRates
    public let basis: Basis
  }

  /// What an item counts.
  public enum Basis: Hashable, Sendable {
    case heads
    case event(String)
    case percent
  }

  let roster: Roster
  private let table: RateTable
  private let cents: Double

  public init(_ dataset: Dataset, _ roster: Roster) {
    self.roster = roster
    table = RateTable(dataset.rates)
    cents = Double(dataset.amountUnit.cents)
  }

  /// The rates of a line's part, by category and basis, in order.
  ///
  /// - Parameter kind: Nil for rates of any kind.
  public func items(_ line: StaffedLine, kind: SpendingKind?) -> [Item] {
    guard table.hasRates(of: line.subject) else { return [] }
    var items: [Item] = []
    for category in line.categories {
      for (units, rates) in ratesByUnits(line, category, kind) {
        for (basis, own) in RateCosting.byBasis(rates) {
          items.append(
            Item(category: category, units: units, rates: DatedRates(own), basis: basis))
        }
      }
    }
    return items
  }

  /// Units that are paid by the same rows together, the others each for itself.
  private func ratesByUnits(
    _ line: StaffedLine, _ category: Int, _ kind: SpendingKind?
  ) -> [(units: [Int], rates: [Rate])] {
    let own = roster.categories.all[category]
    func rates(_ unit: String) -> [Rate] {
      table.rates(
        for: RateTable.Target(subject: line.subject, unit: unit, category: own, kind: kind))
    }
    func isNamed(_ unit: Int) -> Bool { table.names(roster.units[unit], of: line.subject) }
    let apart = line.units.filter(isNamed)
    let together = line.units.filter { !isNamed($0) }
    return (together.isEmpty ? [] : [(together, rates(line.unit))])
      + apart.map { ([$0], rates(roster.units[$0])) }
  }

  private static func byBasis(_ rates: [Rate]) -> [(Basis, [Rate])] {
    var order: [Basis] = []
    var lists: [Basis: [Rate]] = [:]
    for rate in rates {
      let basis: Basis =
        switch rate.basis {
        case .perHeadYear, .perHeadMonth: .heads
        case .perEvent(let reason): .event(reason)
        case .percentOf: .percent
        }
      if lists[basis] == nil { order.append(basis) }
      lists[basis, default: []].append(rate)
    }
    return order.map { ($0, lists[$0]!) }
  }

  /// The rate of a year for one head or event, with arrears left out.
  public func price(_ item: Item, _ year: FiscalYear) -> Double {
    item.rates.average(year, paidBy: year) * cents
  }

  /// The rate at the end of a year, for a whole year.
  public func priceAtEnd(_ item: Item, _ year: FiscalYear) -> Double {
    (item.rates.atEnd(of: year) ?? 0) * cents
  }

  /// What fell due in earlier years and is first paid in this one.
  public func arrears(_ item: Item, _ year: FiscalYear) -> Double {
    guard item.basis == .heads, let before = year.previous else { return 0 }
    return item.rates.arrearsYears(paidIn: year).reduce(0) { sum, earlier in
      let heads = roster.heads(item.units, item.category, earlier).personYears.value
      let due = item.rates.average(earlier, paidBy: year)
      return sum + (due - item.rates.average(earlier, paidBy: before)) * heads * cents
    }
  }

  /// How many events of an item there are in a year by the movements that are entered.
  public func events(_ item: Item, _ year: FiscalYear) -> Double {
    guard case .event(let reason) = item.basis else { return 0 }
    if reason == "december" {
      return roster.heads(item.units, item.category, year).december.value
    }
    return item.units.reduce(0) { sum, unit in
      sum
        + roster.events.count(
          EventCounts.Key(
            unit: unit, category: item.category, year: year, reason: reason))
    }
  }
}
