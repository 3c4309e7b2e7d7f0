/// Holds every published total against the parts that it is published with.
///
/// The bound is what half the last printed digit of every cell can add up to. Outside it is an
/// error; inside, but beyond 4 √(n/12) last digits for *n* cells, a warning; inside, a note.
/// Identities that fail for one and the same cell are one finding, and that cell is its repair.
public struct PartsAndTotals {
  static let rule = "parts_and_totals"

  private let dataset: Dataset
  private let wording: FindingWording

  public static func findings(_ dataset: Dataset) -> [Finding] {
    PartsAndTotals(dataset).findings()
  }

  private init(_ dataset: Dataset) {
    self.dataset = dataset
    wording = FindingWording(dataset)
  }

  private func findings() -> [Finding] {
    let identities = Identities(dataset).all()
    let failing = identities.filter { severity($0) == .error }
    let faults = FaultyCell.locate(failing: failing, holding: identities.filter(\.holds))
    let explained = Set(faults.flatMap(\.identities))
    var findings = faults.map { fault in finding(fault, failing) }
    for (index, identity) in failing.enumerated() where !explained.contains(index) {
      findings.append(finding(identity, .error))
    }
    for identity in identities {
      if let severity = severity(identity), severity != .error {
        findings.append(finding(identity, severity))
      }
    }
    return findings
  }

  /// Nil where there is nothing to say.
  private func severity(_ identity: Identity) -> Finding.Severity? {
    let gap = identity.difference.magnitude
    if gap == .zero { return nil }
    if !identity.holds { return severityOfGap(identity) }
    return isUnlikely(gap, terms: identity.parts.count + 1) ? .warning : .note
  }

  /// Beyond 4 √(n/12) last digits, squared: gap² · 12 > 16 n · digit².
  private func isUnlikely(_ gap: Money, terms: Int) -> Bool {
    guard terms >= 12, let digit = dataset.lastDigit else { return false }
    let left = Int128(gap.cents) * Int128(gap.cents) * 12
    return left > Int128(16 * terms) * Int128(digit.cents) * Int128(digit.cents)
  }

  private func severityOfGap(_ identity: Identity) -> Finding.Severity? {
    let isExcess =
      identity.sum.magnitude > identity.amount.magnitude && identity.amount >= .zero
      && identity.parts.allSatisfy {
        dataset.accounts.amount($0.key, $0.stage, $0.year)! >= .zero
      }
    switch identity.completeness {
    case .complete, .blankParts: return .error
    case .unusedParts: return isExcess ? .error : .warning
    case .unpublishedParts: return isExcess ? .error : nil  // the rest is a line of the panel
    }
  }

  // MARK: Findings

  private func finding(_ identity: Identity, _ severity: Finding.Severity) -> Finding {
    var finding = blank(identity.total, severity)
    finding.expected = dataset.printed(identity.sum)
    finding.found = dataset.printed(identity.amount)
    finding.difference = dataset.printed(identity.difference)
    finding.bound = printedBound(identity.twiceBound)
    finding.message = identity.holds ? wording.rounding(identity) : wording.mismatch(identity)
    return finding
  }

  private func finding(_ fault: FaultyCell, _ failing: [Identity]) -> Finding {
    let cases = fault.identities.map { failing[$0] }
    var finding = blank(fault.cell, .error)
    finding.found = dataset.printed(fault.amount)
    finding.expected = dataset.printed(fault.repaired)
    finding.difference = dataset.printed(fault.amount - fault.repaired)
    finding.bound = printedBound(cases.map(\.twiceBound).max() ?? .zero)
    finding.repairCell = wording.name(fault.cell)
    finding.repairValue = dataset.printed(fault.repaired)
    finding.message = wording.fault(fault, cases)
    return finding
  }

  private func blank(_ cell: Identity.Cell, _ severity: Finding.Severity) -> Finding {
    let unit = dataset.accounts[.unit].code(cell.key.unit)
    let subject = dataset.accounts[.subject].code(cell.key.subject)
    return Finding(
      rule: PartsAndTotals.rule, severity: severity, year: cell.year,
      unit: unit.isEmpty ? nil : unit, subject: subject.isEmpty ? nil : subject,
      stage: cell.stage, message: "", source: wording.place(cell))
  }

  private func printedBound(_ twice: Money) -> PrintedNumber? {
    try? (Rational(twice, in: dataset.amountUnit) / Rational(2)).printed(
      atLeast: dataset.decimals)
  }
}
