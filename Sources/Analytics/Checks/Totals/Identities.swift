/// Finds every published total of the accounts and the parts that are published with it.
struct Identities {
  private let dataset: Dataset
  private let accounts: Accounts
  private let facts: DatasetFacts
  private let lastDigit: Money?
  private let derived: Set<Identity.Cell>
  /// Of the dimensions along which the accounts have more than totals.
  private let forests: [PartForest]

  init(_ dataset: Dataset, _ facts: DatasetFacts) {
    self.dataset = dataset
    accounts = dataset.accounts
    self.facts = facts
    lastDigit = dataset.lastDigit
    derived = Set(
      dataset.accounts.derivations.map {
        Identity.Cell(key: $0.key, stage: $0.stage, year: $0.year)
      })
    forests = Dimension.allCases.filter { dimension in
      dataset.accounts.index.keys.contains { $0[dimension] != CellKey.all }
    }.map { PartForest(dataset.accounts, along: $0) }
  }

  /// All identities, in the order of the cells.
  func all() -> IdentityTable {
    var table = IdentityTable(dataset)
    for cell in 0..<accounts.cellCount {
      for forest in forests where forest.hasParts(cell) {
        for plane in table.planes.columns.indices {
          let (year, stage) = (table.planes.year(plane), table.planes.stage(plane))
          table.add(cell, plane: plane, forest) { twiceBound(cell, $0, stage, year) }
        }
      }
    }
    let broken = table.broken
    if !broken.isEmpty {
      let parts = PartCompleteness(accounts, forests)
      for row in broken { table.note(parts.completeness(of: table[row]), of: row) }
    }
    return table
  }

  // MARK: What rounding can make

  /// Twice the most that the roundings of a total and its parts can add up to.
  private func twiceBound(
    _ total: Int, _ parts: ArraySlice<Int32>, _ stage: Stage, _ year: FiscalYear
  ) -> Money {
    guard let lastDigit else { return .zero }
    guard !derived.isEmpty else { return Money(cents: Int64(parts.count + 1) * lastDigit.cents) }
    let widths = ([Int32(total)] + parts).map { number in
      let cell = Identity.Cell(key: accounts.key(Int(number)), stage: stage, year: year)
      return derived.contains(cell) ? width(cell) : lastDigit.cents
    }
    return Money(cents: widths.reduce(0, +))
  }

  /// The width in cents of the interval that a derived cell stands for.
  private func width(_ cell: Identity.Cell) -> Int64 {
    guard
      let interval = try? facts.value(
        of: .account(facts.index.account(cell.key, cell.stage, cell.year))),
      let width = try? (interval.upper - interval.lower) * Rational(Int(dataset.amountUnit.cents)),
      let cents = try? width.rounded(decimals: 0)
    else { return lastDigit?.cents ?? 0 }
    return cents.mantissa
  }
}
