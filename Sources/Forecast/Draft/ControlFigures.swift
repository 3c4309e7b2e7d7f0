import Analytics

/// The control figures of one year and stage that are for a single line, or a kind of it.
struct ControlFigures: Sendable {
  struct Control: Hashable, Sendable {
    let amount: Money
    let reason: String?
  }

  private struct Key: Hashable {
    let unit: String
    let subject: String
    let kind: SpendingKind?
  }

  private var byKey: [Key: Control] = [:]

  /// Floors are no controls. Of several the lowest counts.
  ///
  /// - Parameter projection: Gives last year's amount where it is to come yet.
  init(
    _ ceilings: [Ceiling], _ nodes: NodeTable, _ projection: Projection, _ stage: Stage,
    _ year: FiscalYear, lastDigit: Money
  ) {
    for ceiling in ceilings where ceiling.year == year && ceiling.stage == stage {
      guard ceiling.rule != .atLeast, ceiling.role == nil, ceiling.fund == nil,
        let unit = ceiling.unit, let subject = ceiling.subject
      else { continue }
      let line = Self.line(unit, subject, nodes)
      let last = line.flatMap { line in
        year.previous.flatMap {
          nodes.cell(line, stage, $0).money ?? projection.mean(line, stage, $0)
        }
      }
      guard let amount = Self.amount(ceiling, last, lastDigit) else { continue }
      let key = Key(unit: unit, subject: subject, kind: ceiling.kind)
      if let lower = byKey[key], lower.amount <= amount { continue }
      byKey[key] = Control(amount: amount, reason: ceiling.reason)
    }
  }

  private static func line(_ unit: String, _ subject: String, _ nodes: NodeTable) -> Int? {
    let panel = nodes.panel
    guard let unit = panel.units.codes.find(unit), let subject = panel.subjects.codes.find(subject)
    else { return nil }
    return nodes.place(of: NodeTable.Node(level: .line, unit: unit, subject: subject))
  }

  /// - Parameter last: The line's amount of the year before; what a kind had is not known here.
  private static func amount(_ ceiling: Ceiling, _ last: Money?, _ lastDigit: Money) -> Money? {
    switch ceiling.limit {
    case .amount(let amount): return amount
    case .ofLast(let part):
      guard ceiling.kind == nil, let last else { return nil }
      let exact = Double(last.cents) * part.doubleValue
      return exact.rounded(to: lastDigit)
    }
  }

  func of(_ row: DraftRow.Key) -> Control? {
    guard !byKey.isEmpty, row.project == nil else { return nil }
    return byKey[Key(unit: row.unit, subject: row.subject, kind: row.kind)]
  }
}
