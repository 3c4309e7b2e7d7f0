// What assumptions and rates multiply up to, held against what a ledger holds.

extension TableLoader {
  /// In hundredths of the currency unit; a tenth of what integers hold is for sums of steps.
  private static let most = 2e18
  private static let beyond = "more than 20 quadrillion currency units"

  /// Refuses growth that, year upon year, would bring the accounts beyond what a ledger holds.
  func checkGrowth(_ dataset: Dataset, _ errors: inout SourceErrors) {
    var growth: [FiscalYear: (factor: Double, row: TableRow)] = [:]
    for row in rows(.assumptions) {
      guard let year = row.year("year"), let number = row.number("growth_pct") else { continue }
      let factor = 1 + number.doubleValue / 100
      if factor > growth[year]?.factor ?? 1 { growth[year] = (factor, row) }
    }
    guard !growth.isEmpty else { return }
    var amount = dataset.accounts.largestMagnitude
    for (_, it) in growth.sorted(by: { $0.key < $1.key }) {
      amount *= it.factor
      guard amount > Self.most else { continue }
      errors.append(
        it.row.error(
          "with the growth of the years before, the accounts would come to \(Self.beyond)",
          column: "growth_pct"))
      return
    }
  }

  /// Refuses rates that, for all heads of a year or of all that is spent, would come to more than a
  /// ledger holds.
  func checkCosts(_ dataset: Dataset, _ errors: inout SourceErrors) {
    let rates = rows(.rates)
    guard !rates.isEmpty else { return }
    let heads = dataset.mostHeads
    let cents = Double(dataset.amountUnit.cents)
    let spent = dataset.accounts.largestMagnitude
    for row in rates {
      guard let value = row.number("value")?.doubleValue,
        let basis = row["basis"].flatMap(Rate.Basis.init)
      else { continue }
      let cost: Double
      if case .percentOf = basis {
        let floor = (row.number("floor")?.doubleValue ?? 0) * cents * heads
        cost = value / 100 * max(spent, floor)
      } else {
        cost = value * cents * heads * (basis == .perHeadMonth ? 12 : 1)
      }
      guard cost > Self.most else { continue }
      errors.append(
        row.error("for all heads of a year this would come to \(Self.beyond)", column: "value"))
    }
  }
}

extension Dataset {
  /// The most heads that any year may have: those of one headcount, and all that ever moved.
  fileprivate var mostHeads: Double {
    let heads = headcount.inPost.values.map(\.doubleValue)
    var sums: [Int32: Double] = [:]
    for (row, code) in headcount.inPost.codes.enumerated() where code >= 0 {
      sums[headcount.years.codes[row], default: 0] += heads[Int(code)]
    }
    return movements.reduce(sums.values.max() ?? 0) { $0 + abs($1.delta.doubleValue) }
  }
}

extension Accounts {
  /// The most that amounts of one stage and year come to, without their signs and totals and parts
  /// alike, in hundredths of the currency unit.
  fileprivate var largestMagnitude: Double {
    let planes = years.flatMap { year in Stage.allCases.map { column($0, year) } }
    return planes.reduce(0) { largest, plane in
      var sum = 0.0
      plane.forEach { sum += abs(Double($1)) }
      return max(largest, sum)
    }
  }
}
