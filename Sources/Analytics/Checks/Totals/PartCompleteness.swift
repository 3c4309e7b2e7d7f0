/// Tells whether the parts of a total that they do not add up to are all there.
struct PartCompleteness {
  private let accounts: Accounts
  private let forests: [PartForest]
  /// By breakdown, the cells that a key has along it.
  private let groups: [Dimension: [CellKey: [Int]]]

  init(_ accounts: Accounts, _ forests: [PartForest]) {
    self.accounts = accounts
    self.forests = forests
    var groups: [Dimension: [CellKey: [Int]]] = [:]
    for cell in 0..<accounts.cellCount where !accounts.key(cell).isInPanel {
      let key = accounts.key(cell)
      for dimension in key.cut.subtracting(.panel).dimensions {
        groups[dimension, default: [:]][key.with(dimension, CellKey.all), default: []].append(cell)
      }
    }
    self.groups = groups
  }

  func completeness(of identity: Identity) -> Identity.Completeness {
    let (total, dimension) = (identity.total, identity.dimension)
    switch dimension {
    case .unit:
      return missing(total, .unit).isEmpty ? .complete : unpublished(total, .unit)
    case .subject: return subjectCompleteness(total, missing(total, .subject))
    case .kind: return .complete
    case .economic, .fund, .project:
      // Classes that stand below one that is not given are items of the total, not its parts.
      let isItems =
        total.key[dimension] == CellKey.all
        && forest(dimension).partMembers(of: accounts.cell(total.key)!).contains {
          accounts[dimension].tree.parent(of: $0) != Tree.root
        }
      return isItems ? .unpublishedParts : .complete
    }
  }

  private func forest(_ dimension: Dimension) -> PartForest {
    forests.first { $0.dimension == dimension }!
  }

  /// The members of the classification that nothing is published of.
  private func missing(_ total: Identity.Cell, _ dimension: Dimension) -> [Int32] {
    parts(along: dimension).members(
      of: total.key, in: accounts.column(total.stage, total.year))
  }

  /// Parts that the total is not broken down to here.
  private func unpublished(_ total: Identity.Cell, _ dimension: Dimension) -> Identity.Completeness
  {
    parts(along: dimension).wereNegative(of: total.key, total.stage, total.year)
      ? .refundedParts : .unpublishedParts
  }

  private func parts(along dimension: Dimension) -> MissingParts {
    MissingParts(
      accounts, forest(dimension), subjects: forests.first { $0.dimension == .subject })
  }

  // MARK: Subjects

  private func subjectCompleteness(
    _ total: Identity.Cell, _ missing: [Int32]
  ) -> Identity.Completeness {
    if missing.isEmpty { return .complete }
    let key = total.key
    if !key.isInPanel {  // subjects that have other members of the breakdown lack this one
      return missing.allSatisfy { isBrokenDownOtherwise(key.with(.subject, $0), total) }
        ? .complete : unpublished(total, .subject)
    }
    let states = missing.map { use(of: key.with(.subject, $0), total.year) }
    if states.contains(.otherYears) { return unpublished(total, .subject) }
    return states.contains(.thisYear) ? .blankParts : .unusedParts
  }

  private enum Use { case never, otherYears, thisYear }

  /// Whether a subject or one below it is used by the unit or its parts.
  private func use(of key: CellKey, _ year: FiscalYear) -> Use {
    var use = Use.never
    for unit in [key.unit] + descendants(.unit, key.unit) {
      for subject in [key.subject] + descendants(.subject, key.subject) {
        guard let cell = accounts.cell(CellKey(unit: unit, subject: subject)) else { continue }
        if Stage.allCases.contains(where: { accounts.amount(cell, $0, year) != nil }) {
          return .thisYear
        }
        use = .otherYears
      }
    }
    return use
  }

  /// Whether a subject that lacks a member of a breakdown has others of it, or has no amount.
  private func isBrokenDownOtherwise(_ key: CellKey, _ total: Identity.Cell) -> Bool {
    let dimensions = key.cut.subtracting(.panel).dimensions
    return ([key.subject] + descendants(.subject, key.subject)).allSatisfy { subject in
      let panelKey = CellKey(unit: key.unit, subject: subject)
      if accounts.amount(panelKey, total.stage, total.year) == nil { return true }
      return dimensions.contains { dimension in
        let open = key.with(.subject, subject).with(dimension, CellKey.all)
        return (groups[dimension]?[open] ?? []).contains { cell in
          accounts.amount(cell, total.stage, total.year) != nil
        }
      }
    }
  }

  private func descendants(_ dimension: Dimension, _ member: Int32) -> [Int32] {
    guard member != CellKey.all else { return [] }
    return accounts[dimension].tree.children(of: member).flatMap {
      [$0] + descendants(dimension, $0)
    }
  }
}
