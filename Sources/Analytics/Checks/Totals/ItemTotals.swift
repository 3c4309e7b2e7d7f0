/// Holds memos and balances against the items that make them up.
enum ItemTotals {
  static let rule = "item_totals"

  static func findings(_ dataset: Dataset, _ tieOut: TieOut) -> [Finding] {
    let faults = FaultFindings(dataset, tieOut)
    let wording = FindingWording(dataset)
    return faults.repairs(rule: rule)
      + tieOut.items.enumerated().compactMap { place, identity in
        guard let severity = identity.severity else { return nil }
        let found = finding(identity, severity, dataset, wording)
        return severity == .error ? faults.completed(found, .items(place)) : found
      }
  }

  private static func finding(
    _ identity: ItemIdentity, _ severity: Finding.Severity, _ dataset: Dataset,
    _ wording: FindingWording
  ) -> Finding {
    let decimals = identity.isMoney ? dataset.decimals : 0
    func printed(_ number: Rational) -> PrintedNumber? { try? number.printed(atLeast: decimals) }
    return Finding(
      rule: rule, severity: severity, year: identity.year, unit: identity.unit,
      stage: identity.stage, expected: printed(identity.sum), found: printed(identity.amount),
      difference: printed(identity.difference), bound: printed(identity.bound),
      message: wording.sentence(identity), source: identity.place)
  }
}
