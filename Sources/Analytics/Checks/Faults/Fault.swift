/// What is wrong, as far as the constraints tell: failing ones that the same change would mend.
struct Fault: Sendable {
  /// One number, and what it would have to be.
  struct Change: Hashable, Sendable {
    let quantity: Quantity
    let printed: PrintedNumber
    let mended: PrintedNumber
    let pattern: SlipPattern?
  }

  /// The failing constraints, rising.
  let constraints: [Int]
  /// The smallest sets of changes that mend them all, the likeliest first.
  let alternatives: [[Change]]
  /// Whether the first alternative can be taken for the right one: it is the only one, or the
  /// only one of few that is a typing slip.
  let isDecided: Bool

  /// The one number that is wrong, where that is known.
  var repair: Change? {
    isDecided && alternatives[0].count == 1 ? alternatives[0][0] : nil
  }

  /// Alternatives of equally many changes, typing slips first.
  init(_ constraints: [Int], _ alternatives: [[Change]]) {
    self.constraints = constraints
    let slips = alternatives.filter { $0.allSatisfy { $0.pattern != nil } }
    let others = alternatives.filter { $0.contains { $0.pattern == nil } }
    self.alternatives = slips + others
    isDecided =
      alternatives.count == 1
      || (slips.count == 1 && alternatives.count <= Fault.slipsDecideAmong)
  }

  /// Whether it is one column of which some rows stand one too high or too low.
  var isRowShift: Bool { alternatives[0].allSatisfy { $0.pattern == .rowShift } }

  /// Among more numbers one or another looks like a typing slip by chance.
  private static let slipsDecideAmong = 30
}
