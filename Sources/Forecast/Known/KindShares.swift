import Analytics

/// Of what kinds lines are; a line of unknown kinds is one part of no kind.
struct KindShares: Sendable {
  enum Part: Hashable, Sendable {
    case kind(SpendingKind)
    case unknown

    /// How much wider another kind is, 0 for the same; nil where it is not above.
    ///
    /// - Parameter kind: Nil for all kinds.
    func distance(to kind: SpendingKind?) -> Int? {
      guard let kind else { return 2 }
      guard case .kind(let own) = self else { return nil }
      return own == kind ? 0 : own.parent == kind ? 1 : nil
    }
  }

  private let breakdown: LineBreakdown
  private let panel: Panel

  init(_ accounts: Accounts, _ panel: Panel) {
    breakdown = LineBreakdown(.kind, of: accounts, panel: panel)
    self.panel = panel
  }

  /// The parts of a line with their shares, which add up to 1 at most: those of the stage's newest
  /// year that has kinds, failing that of another stage's.
  func of(_ line: Int, _ stage: Stage) -> [(part: Part, share: Double)] {
    for stage in [stage] + panel.stages.reversed().filter({ $0 != stage }) {
      for year in panel.years.reversed() {
        if let shares = shares(line, stage, year) { return shares }
      }
    }
    return [(.unknown, 1)]
  }

  private func shares(
    _ line: Int, _ stage: Stage, _ year: FiscalYear
  ) -> [(part: Part, share: Double)]? {
    let kinds = breakdown.leaves(line, stage, year)
    guard !kinds.isEmpty, let plane = panel.plane(stage, year),
      let whole = panel[line, plane].money, whole > .zero
    else { return nil }
    let parts = kinds.compactMap { kind -> (part: Part, share: Double)? in
      guard let word = SpendingKind(rawValue: breakdown.members.code(kind)),
        let amount = breakdown.amount(line, kind, stage, year), amount > .zero
      else { return nil }
      return (.kind(word), min(1, Double(amount.cents) / Double(whole.cents)))
    }
    return parts.isEmpty ? nil : parts
  }
}
