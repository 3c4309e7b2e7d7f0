/// A line's amount by kind: personnel, operating, and what no kind is printed of.
public struct LineParts: Sendable {
  public struct Part: Hashable, Sendable {
    /// Nil where the kind is not known.
    public let kind: SpendingKind?
    public let amount: Money

    public init(kind: SpendingKind?, amount: Money) {
      self.kind = kind
      self.amount = amount
    }
  }

  private let accounts: Accounts
  private let panel: Panel
  private let kinds: [(kind: SpendingKind, member: Int32)]

  public init(_ accounts: Accounts, _ panel: Panel) {
    self.accounts = accounts
    self.panel = panel
    kinds = [SpendingKind.personnel, .operating].compactMap { kind in
      accounts[.kind].codes.find(kind.rawValue).map { (kind, $0) }
    }
  }

  /// The parts of a line in a stage and year; none where it has no amount.
  public func parts(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> [Part] {
    guard let plane = panel.plane(stage, year), let total = panel[line, plane].money else {
      return []
    }
    let known = kinds.compactMap { kind, member in
      amount(line, member, total, stage, year).map { Part(kind: kind, amount: $0) }
    }
    let rest = known.reduce(total) { $0 - $1.amount }
    return known + (rest == .zero ? [] : [Part(kind: nil, amount: rest)])
  }

  /// The cell of a kind; of a unit above, where that bears no more on the subject than this line.
  private func amount(
    _ line: Int, _ kind: Int32, _ total: Money, _ stage: Stage, _ year: FiscalYear
  ) -> Money? {
    guard panel.lines[line].role != .rest else { return nil }
    let own = panel.lines[line].node
    if let amount = accounts.amount(own.with(.kind, kind), stage, year) { return amount }
    guard own.unit != CellKey.all else { return nil }
    for above in panel.units.tree.ancestors(of: own.unit) {
      let key = own.with(.unit, above)
      guard accounts.amount(key, stage, year) == total else { return nil }
      if let amount = accounts.amount(key.with(.kind, kind), stage, year) { return amount }
    }
    return nil
  }
}
