/// Tells whether the known parts of a published total may be more than the total, so that its rest
/// is less than nothing.
///
/// They may where the total is itself negative, and where parts that are missing were negative in
/// another stage or year. Otherwise one of the numbers is wrong, and there is no rest: the parts
/// count, as where all of them are known.
struct Overshoots {
  private let accounts: Accounts
  /// Built where a total is first overshot, which most accounts never have.
  private var parts: (units: MissingParts, subjects: MissingParts)?

  init(_ accounts: Accounts) { self.accounts = accounts }

  /// - Parameters:
  ///   - total: The published total, by unit and subject.
  ///   - dimension: Along which it has parts, `unit` or `subject`.
  mutating func isRefund(
    _ total: CellKey, along dimension: Dimension, _ stage: Stage, _ year: FiscalYear
  ) -> Bool {
    let parts = parts ?? missingParts()
    self.parts = parts
    return (dimension == .unit ? parts.units : parts.subjects).wereNegative(of: total, stage, year)
  }

  private func missingParts() -> (units: MissingParts, subjects: MissingParts) {
    let units = PartForest(accounts, along: .unit)
    let subjects = PartForest(accounts, along: .subject)
    return (
      MissingParts(accounts, units, subjects: subjects),
      MissingParts(accounts, subjects, subjects: subjects)
    )
  }
}
