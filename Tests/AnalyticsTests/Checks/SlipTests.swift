import Foundation
import Testing

@testable import Analytics

/// Random accounts with one number written wrong, and without.
///
/// `OUTTURN_TORTURE=2000` runs the whole number; a few are run otherwise.
@Suite("A slip in random accounts")
struct SlipTests {
  private static let count =
    ProcessInfo.processInfo.environment["OUTTURN_TORTURE"].flatMap { Int($0) } ?? 40

  @Test("is no error in accounts that are only rounded")
  func unchanged() throws {
    var random = CheckRandom(seed: 20_231)
    for _ in 0..<SlipTests.count {
      let dataset = try RandomAccounts(using: &random).dataset()
      let errors = PartsAndTotals.findings(dataset).filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(errors.map(\.message))")
    }
  }

  @Test("is found wherever rounding cannot make it, and located", arguments: Slip.allCases)
  func found(_ slip: Slip) throws {
    var random = CheckRandom(seed: 7 + UInt64(Slip.allCases.firstIndex(of: slip)!))
    var tally = Tally()
    while tally.slips < (SlipTests.count + 7) / 8 {
      var accounts = RandomAccounts(using: &random)
      let place = accounts.rows.indices.randomElement(using: &random)!
      let right = accounts.rows[place]
      guard let wrong = slip.number(for: place, of: accounts.rows, using: &random) else { continue }
      let terms = accounts.shortestIdentity(at: place)
      // Both the slip and the roundings it may hide behind are within half a digit a cell.
      guard abs(wrong - right.printed) > Int64(terms) else { continue }
      accounts.print(wrong, at: place)
      let dataset = try accounts.dataset()
      tally.slips += 1
      tally.add(TieOut(dataset), right, dataset)
    }
    #expect(tally.missed == 0)
    #expect(tally.located * 100 >= tally.slips * 95, "\(tally)")
    if SlipTests.count > 1000 { print(slip, tally) }
  }

  private struct Tally {
    var slips = 0
    /// Reported by no error.
    var missed = 0
    /// The one repair, or among the alternatives where there is none.
    var located = 0
    /// The one repair.
    var repaired = 0

    mutating func add(_ tieOut: TieOut, _ right: RandomAccounts.Row, _ dataset: Dataset) {
      let faults = tieOut.located.faults
      if !tieOut.identities.contains(where: { $0.severity == .error }) { missed += 1 }
      guard faults.count == 1, let fault = faults.first else { return }
      let sets = fault.isDecided ? [fault.alternatives[0]] : fault.alternatives
      let isThere = sets.contains { $0.count == 1 && $0[0].names(right, dataset) }
      if isThere { located += 1 }
      if isThere && fault.repair != nil { repaired += 1 }
    }
  }
}

extension Fault.Change {
  /// Whether it changes a row's cell back to what it was, give or take what its roundings leave
  /// open.
  fileprivate func names(_ row: RandomAccounts.Row, _ dataset: Dataset) -> Bool {
    guard case .cell(let key, _, let year) = quantity, year.number == row.year,
      dataset.accounts[.unit].code(key.unit) == row.unit
    else { return false }
    let subject = key.subject == CellKey.all ? "" : dataset.accounts[.subject].code(key.subject)
    let kind = key.kind == CellKey.all ? "" : dataset.accounts[.kind].code(key.kind)
    return subject == row.subject && kind == row.kind
      && abs(mended.mantissa - row.printed) <= 10
  }
}
