/// Holds every published total against the parts that it is published with.
///
/// The bound is what half the last printed digit of every cell can add up to. Outside it is an
/// error; inside, but beyond 4 √(n/12) last digits for *n* cells, a warning; inside, a note.
/// Identities that fail for one and the same number are one finding, and that number is its
/// repair.
public struct PartsAndTotals {
  static let rule = "parts_and_totals"

  private let dataset: Dataset
  private let tieOut: TieOut
  private let wording: FindingWording

  public static func findings(_ dataset: Dataset) -> [Finding] {
    findings(dataset, TieOut(dataset))
  }

  static func findings(_ dataset: Dataset, _ tieOut: TieOut) -> [Finding] {
    PartsAndTotals(dataset, tieOut).findings()
  }

  private init(_ dataset: Dataset, _ tieOut: TieOut) {
    self.dataset = dataset
    self.tieOut = tieOut
    wording = FindingWording(dataset)
  }

  private func findings() -> [Finding] {
    let faults = FaultFindings(dataset, tieOut)
    return faults.repairs(rule: PartsAndTotals.rule)
      + tieOut.identities.inexact.compactMap { place in
        let identity = tieOut.identities[place]
        guard let severity = identity.severity else { return nil }
        let found = finding(identity, severity)
        return severity == .error ? faults.completed(found, .identity(place)) : found
      }
  }

  private func finding(_ identity: Identity, _ severity: Finding.Severity) -> Finding {
    var finding = wording.blank(identity.total, PartsAndTotals.rule, severity)
    finding.expected = dataset.printed(identity.sum)
    finding.found = dataset.printed(identity.amount)
    finding.difference = dataset.printed(identity.difference)
    finding.bound = wording.printedBound(identity.twiceBound)
    finding.message = identity.holds ? wording.rounding(identity) : wording.mismatch(identity)
    return finding
  }
}
