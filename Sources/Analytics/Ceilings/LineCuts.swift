/// Of what kind, fund or economic class lines are, where all of a line is of one.
struct LineCuts {
  /// How much of a line is of some members.
  enum Part {
    case all, some, none
    /// Nothing says.
    case unknown
  }

  private let breakdown: LineBreakdown
  private let panel: Panel

  init(_ dimension: Dimension, _ accounts: Accounts, _ panel: Panel) {
    breakdown = LineBreakdown(dimension, of: accounts, panel: panel)
    self.panel = panel
  }

  var members: Classification { breakdown.members }

  /// In the newest year that says anything, in every stage that does.
  ///
  /// - Parameter wanted: With what stands below them.
  func part(of line: Int, _ wanted: Set<Int32>) -> Part {
    for year in panel.years.reversed() {
      let parts = panel.stages.map { part(of: line, wanted, $0, year) }.filter { $0 != .unknown }
      guard let first = parts.first else { continue }
      return parts.allSatisfy { $0 == first } ? first : .some
    }
    return .unknown
  }

  private func part(
    of line: Int, _ wanted: Set<Int32>, _ stage: Stage, _ year: FiscalYear
  ) -> Part {
    let leaves = breakdown.leaves(line, stage, year)
    guard !leaves.isEmpty, let plane = panel.plane(stage, year),
      let whole = panel[line, plane].money
    else { return .unknown }
    func sum(_ members: [Int32]) -> Money {
      members.reduce(.zero) { $0 + (breakdown.amount(line, $1, stage, year) ?? .zero) }
    }
    let tree = members.tree
    let inside = leaves.filter {
      wanted.contains($0) || !wanted.isDisjoint(with: tree.ancestors(of: $0))
    }
    guard sum(leaves) == whole else { return .some }
    if inside.count == leaves.count { return .all }
    return inside.allSatisfy { breakdown.amount(line, $0, stage, year) == .zero } ? .none : .some
  }
}
