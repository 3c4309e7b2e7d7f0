/// Finds every published total of the accounts and the parts that are published with it.
struct Identities {
  private let dataset: Dataset
  private let accounts: Accounts
  private let facts: DatasetFacts
  private let derived: Set<Identity.Cell>
  private let groups: MemberGroups
  private let tops: [Dimension: [Int32]]

  init(_ dataset: Dataset, _ facts: DatasetFacts) {
    self.dataset = dataset
    accounts = dataset.accounts
    self.facts = facts
    derived = Set(
      dataset.accounts.derivations.map {
        Identity.Cell(key: $0.key, stage: $0.stage, year: $0.year)
      })
    groups = MemberGroups(dataset.accounts)
    var tops: [Dimension: [Int32]] = [:]
    for dimension in [Dimension.unit, .subject] {
      tops[dimension] = (0..<Int32(accounts[dimension].codes.count)).filter {
        dataset.accounts[dimension].tree.parent(of: $0) == Tree.root
      }
    }
    self.tops = tops
  }

  /// All identities, in the order of the cells.
  func all() -> [Identity] {
    var found: [Identity] = []
    let used = Dimension.allCases.filter { $0 <= .subject || groups.has($0) }
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      for dimension in used {
        let members = parts(of: key, along: dimension)
        guard !members.isEmpty else { continue }
        for year in accounts.years {
          for stage in Stage.allCases {
            guard let amount = accounts.amount(cell, stage, year) else { continue }
            let total = Identity.Cell(key: key, stage: stage, year: year)
            if let identity = identity(total, amount, dimension, members) {
              found.append(identity)
            }
          }
        }
      }
    }
    return found
  }

  /// The members whose cells should add up to a key's along a dimension.
  private func parts(of key: CellKey, along dimension: Dimension) -> [Int32] {
    let member = key[dimension]
    switch dimension {
    case .unit, .subject:
      return member == CellKey.all
        ? tops[dimension]! : accounts[dimension].tree.children(of: member)
    default:
      let present = groups.members(of: key, along: dimension, accounts)
      let tree = accounts[dimension].tree
      if member != CellKey.all {
        return tree.children(of: member).filter(present.contains)
      }
      return present.filter { node in
        !tree.ancestors(of: node).contains(where: present.contains)
      }.sorted()
    }
  }

  private func identity(
    _ total: Identity.Cell, _ amount: Money, _ dimension: Dimension, _ members: [Int32]
  ) -> Identity? {
    var cells: [Identity.Cell] = []
    var missing: [Int32] = []
    for member in members {
      let key = total.key.with(dimension, member)
      let found = leaves(key, total, along: dimension)
      if found.isEmpty { missing.append(member) } else { cells += found }
    }
    guard !cells.isEmpty else { return nil }
    let amounts = cells.map { accounts.amount($0.key, $0.stage, $0.year)! }
    return Identity(
      total: total, parts: cells, amounts: amounts, dimension: dimension, amount: amount,
      sum: amounts.reduce(.zero, +), twiceBound: twiceBound([total] + cells),
      lastDigit: dataset.lastDigit,
      completeness: completeness(total, dimension, members, missing))
  }

  /// The cells with a value that make up a key: itself, else its parts along the dimension, else
  /// the same cell of the unit's parts.
  private func leaves(
    _ key: CellKey, _ total: Identity.Cell, along dimension: Dimension
  ) -> [Identity.Cell] {
    if accounts.amount(key, total.stage, total.year) != nil {
      return [Identity.Cell(key: key, stage: total.stage, year: total.year)]
    }
    for next in dimension == .unit ? [dimension] : [dimension, .unit] where key[next] != CellKey.all
    {
      let below = accounts[next].tree.children(of: key[next]).flatMap { child in
        leaves(key.with(next, child), total, along: dimension)
      }
      if !below.isEmpty { return below }
    }
    return []
  }

  private func twiceBound(_ cells: [Identity.Cell]) -> Money {
    guard let lastDigit = dataset.lastDigit else { return .zero }
    let printed = cells.filter { !derived.contains($0) }
    var halves = Int64(printed.count) * lastDigit.cents
    for cell in cells where derived.contains(cell) { halves += width(cell) }
    return Money(cents: halves)
  }

  /// The width in cents of the interval that a derived cell stands for.
  private func width(_ cell: Identity.Cell) -> Int64 {
    guard
      let interval = try? facts.value(
        of: .account(facts.index.account(cell.key, cell.stage, cell.year))),
      let width = try? (interval.upper - interval.lower) * Rational(Int(dataset.amountUnit.cents)),
      let cents = try? width.rounded(decimals: 0)
    else { return dataset.lastDigit?.cents ?? 0 }
    return cents.mantissa
  }

  // MARK: Are the parts complete?

  private func completeness(
    _ total: Identity.Cell, _ dimension: Dimension, _ members: [Int32], _ missing: [Int32]
  ) -> Identity.Completeness {
    switch dimension {
    case .unit: return missing.isEmpty ? .complete : .unpublishedParts
    case .subject: return subjectCompleteness(total, missing)
    case .kind: return .complete
    case .economic, .fund, .project:
      // Classes that stand below one that is not given are items of the total, not its parts.
      let tree = accounts[dimension].tree
      let isItems =
        total.key[dimension] == CellKey.all
        && members.contains { tree.parent(of: $0) != Tree.root }
      return isItems ? .unpublishedParts : .complete
    }
  }

  private func subjectCompleteness(
    _ total: Identity.Cell, _ missing: [Int32]
  ) -> Identity.Completeness {
    if missing.isEmpty { return .complete }
    let key = total.key
    if !key.isInPanel {  // subjects that have other members of the breakdown lack this one
      return missing.allSatisfy { isBrokenDownOtherwise(key.with(.subject, $0), total) }
        ? .complete : .unpublishedParts
    }
    let states = missing.map { use(of: key.with(.subject, $0), total.year) }
    if states.contains(.otherYears) { return .unpublishedParts }
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
        let with = key.with(.subject, subject)
        return groups.members(of: with.with(dimension, CellKey.all), along: dimension, accounts)
          .contains { member in
            accounts.amount(with.with(dimension, member), total.stage, total.year) != nil
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

/// The members of each breakdown that a key has cells for.
private struct MemberGroups {
  private var members: [Dimension: [CellKey: Set<Int32>]] = [:]

  init(_ accounts: Accounts) {
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard !key.isInPanel else { continue }
      for dimension in [Dimension.economic, .kind, .fund, .project]
      where key[dimension] != CellKey.all {
        members[dimension, default: [:]][key.with(dimension, CellKey.all), default: []].insert(
          key[dimension])
      }
    }
  }

  func has(_ dimension: Dimension) -> Bool { members[dimension] != nil }

  /// The members that a key, or the same key of a part of its unit, is broken down by.
  func members(of key: CellKey, along dimension: Dimension, _ accounts: Accounts) -> Set<Int32> {
    guard let groups = members[dimension] else { return [] }
    let open = key.with(dimension, CellKey.all)
    var found = groups[open] ?? []
    guard key.unit != CellKey.all else { return found }
    for child in accounts[.unit].tree.children(of: key.unit) {
      found.formUnion(members(of: open.with(.unit, child), along: dimension, accounts))
    }
    return found
  }
}
