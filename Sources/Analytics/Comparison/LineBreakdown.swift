/// The members of a dimension beside subjects, by line: kinds and projects of one unit and subject.
///
/// The coarsest cut that has a value counts, as in `Breakdown`.
public struct LineBreakdown: Sendable {
  public let members: Classification
  private let panel: Panel
  /// Per line and member, an amount per plane.
  private let amounts: [Int: [Int32: [Money?]]]

  public init(_ dimension: Dimension, of accounts: Accounts, panel: Panel) {
    self.panel = panel
    members = accounts[dimension]
    let cells = BreakdownCells(accounts, beside: dimension, panel)
    amounts = cells.byLine.mapValues { $0.mapValues(cells.amounts) }
  }

  /// The lines that have some member, in the order of lines.
  public var lines: [Int] { amounts.keys.sorted() }

  /// The members that a line has, in code order.
  public func members(of line: Int) -> [Int32] {
    amounts[line].map { members.sorted($0.keys) } ?? []
  }

  public func amount(_ line: Int, _ member: Int32, _ stage: Stage, _ year: FiscalYear) -> Money? {
    guard let column = amounts[line]?[member], let plane = panel.plane(stage, year) else {
      return nil
    }
    return column[plane]
  }

  /// The members that a line has an amount of, and are part of no other of them: each money once.
  public func tops(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> [Int32] {
    apart(line, stage, year) { members.tree.ancestors(of: $0) }
  }

  /// The members that a line has an amount of, and that no other of them is a part of.
  public func leaves(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> [Int32] {
    apart(line, stage, year) { members.tree.children(of: $0) }
  }

  private func apart(
    _ line: Int, _ stage: Stage, _ year: FiscalYear, _ relatives: (Int32) -> [Int32]
  ) -> [Int32] {
    let present = members(of: line).filter { amount(line, $0, stage, year) != nil }
    let known = Set(present)
    return present.filter { known.isDisjoint(with: relatives($0)) }
  }
}
