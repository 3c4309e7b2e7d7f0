extension Accounts {
  /// The accounts with their cells under the codes of the newest classification.
  func restated(by crosswalk: Crosswalk) -> Accounts {
    var restatement = AccountsRestatement(self)
    for step in crosswalk.steps { restatement.apply(step) }
    return restatement.accounts
  }
}

/// Accounts whose amounts are being moved to other codes.
private struct AccountsRestatement {
  private(set) var accounts: Accounts
  private var cells = MemberLists<Int>()

  init(_ accounts: Accounts) {
    self.accounts = accounts
    for cell in 0..<accounts.cellCount { cells.insert(cell, at: accounts.key(cell)) }
  }

  mutating func apply(_ step: Crosswalk.Step) {
    guard let from = accounts[step.dimension].codes.find(step.from) else { return }
    let successors = step.successors.map { accounts[step.dimension].codes.intern($0.code) }
    let cells = cells.items(step.dimension, from)
    for year in accounts.years where year < step.fromYear {
      for cell in cells {
        for stage in Stage.allCases {
          guard let amount = accounts.amount(cell, stage, year) else { continue }
          let key = accounts.key(cell)
          accounts.clear(key, stage, year)
          for (part, successor) in zip(Crosswalk.parts(of: amount, step), successors) {
            add(part, to: key.with(step.dimension, successor), stage, year)
          }
        }
      }
    }
  }

  private mutating func add(_ part: Money, to key: CellKey, _ stage: Stage, _ year: FiscalYear) {
    if accounts.cell(key) == nil { cells.insert(accounts.cellCount, at: key) }
    let there = accounts.amount(key, stage, year) ?? .zero
    accounts.fill(key, stage, year, there + part)
  }
}
