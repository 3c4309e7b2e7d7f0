/// The sums that percentage rates are taken of: subjects or economic classes of a unit.
public struct RateBase: Sendable {
  private let economics: Breakdown
  private let panel: Panel
  private let accounts: Accounts
  private let linesByUnit: [Int32: [Int]]

  public init(_ dataset: Dataset, _ panel: Panel) {
    let needed = dataset.rates.contains {
      if case .percentOf = $0.basis { true } else { false }
    }
    economics = Breakdown(.economic, of: needed ? dataset.accounts : Accounts(), panel: panel)
    self.panel = panel
    accounts = dataset.accounts
    linesByUnit = needed ? Dictionary(grouping: panel.lines.indices) { panel.lines[$0].unit } : [:]
  }

  /// The sum of codes at a unit in a stage and year; nil where it has none of them.
  public func amount(
    _ codes: [String], unit: String, _ stage: Stage, _ year: FiscalYear
  ) -> Double? {
    guard let member = panel.units.codes.find(unit) else { return nil }
    let amounts = codes.compactMap { amount($0, member, stage, year) }
    return amounts.isEmpty ? nil : amounts.reduce(0) { $0 + Double($1.cents) }
  }

  private func amount(
    _ code: String, _ unit: Int32, _ stage: Stage, _ year: FiscalYear
  ) -> Money? {
    if let economic = economics.members.codes.find(code),
      let amount = economics.amount(unit, economic, stage, year)
    {
      return amount
    }
    guard let subject = panel.subjects.codes.find(code), let plane = panel.plane(stage, year)
    else { return nil }
    let amounts = (linesByUnit[unit] ?? []).filter {
      let own = panel.lines[$0].subject
      return own == subject || panel.subjects.tree.isAncestor(subject, of: own)
    }.compactMap { panel[$0, plane].money }
    return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
  }

  /// The subjects at a unit in which the codes lie, with what each has of them.
  public func shares(
    _ codes: [String], unit: String, _ stage: Stage, _ year: FiscalYear
  ) -> [(subject: Int32, amount: Double)] {
    guard let member = panel.units.codes.find(unit) else { return [] }
    return (linesByUnit[member] ?? []).compactMap { line in
      let subject = panel.lines[line].subject
      let code = panel.subjects.code(subject)
      if codes.contains(code), let plane = panel.plane(stage, year) {
        return panel[line, plane].money.map { (subject, Double($0.cents)) }
      }
      let parts = codes.compactMap { code -> Money? in
        guard let economic = accounts[.economic].codes.find(code) else { return nil }
        let key = CellKey(unit: member, subject: subject).with(.economic, economic)
        return accounts.amount(key, stage, year)
      }
      return parts.isEmpty ? nil : (subject, parts.reduce(0) { $0 + Double($1.cents) })
    }
  }
}
