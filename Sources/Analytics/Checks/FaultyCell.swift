/// One cell whose change satisfies every identity that fails with it.
struct FaultyCell: Sendable {
  let cell: Identity.Cell
  let amount: Money
  /// What the identities make of it.
  let repaired: Money
  /// The failing identities, by their place in the list.
  let identities: [Int]

  /// Finds cells that stand in two or more failing identities, in none that holds, and that one
  /// and the same change would mend in all of them.
  ///
  /// Where two cells would do equally well for the same identities, neither can be known to be
  /// the wrong one, and none is given.
  static func locate(failing: [Identity], holding: [Identity]) -> [FaultyCell] {
    guard failing.count > 1 else { return [] }
    var places: [Identity.Cell: [Int]] = [:]
    for (index, identity) in failing.enumerated() {
      for cell in [identity.total] + identity.parts { places[cell, default: []].append(index) }
    }
    let trusted = Set(holding.flatMap { [$0.total] + $0.parts })
    let candidates = places.filter { cell, list in list.count > 1 && !trusted.contains(cell) }
      .compactMap { fault($0.key, $0.value, failing) }
    var byIdentities: [[Int]: [FaultyCell]] = [:]
    for candidate in candidates {
      byIdentities[candidate.identities, default: []].append(candidate)
    }
    var taken: Set<Int> = []
    var found: [FaultyCell] = []
    for (identities, cells) in byIdentities.sorted(by: { order($0.key, $1.key) })
    where cells.count == 1 && taken.isDisjoint(with: identities) {
      found.append(cells[0])
      taken.formUnion(identities)
    }
    return found
  }

  private static func order(_ a: [Int], _ b: [Int]) -> Bool {
    a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
  }

  private static func fault(
    _ cell: Identity.Cell, _ places: [Int], _ failing: [Identity]
  ) -> FaultyCell? {
    var changes: [Money] = []
    var amount: Money?
    for place in places {
      let identity = failing[place]
      // A total that is too large by the difference, or a part that is too small by it.
      if identity.total == cell {
        changes.append(-identity.difference)
        amount = identity.amount
      } else {
        changes.append(identity.difference)
      }
    }
    let bounds = places.map { Money(cents: failing[$0].twiceBound.cents / 2) }
    guard let change = changes.first, let slack = bounds.min(),
      changes.allSatisfy({ ($0 - change).magnitude <= slack })
    else { return nil }
    let now = amount ?? places.lazy.compactMap { failing[$0].amountOfPart(cell) }.first
    return now.map { FaultyCell(cell: cell, amount: $0, repaired: $0 + change, identities: places) }
  }
}
