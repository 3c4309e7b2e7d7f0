extension ItemComparison.Item {
  /// The unit code of items that sum over all units.
  public static let allUnits = ""
}

extension Sequence where Element == ItemComparison.Item {
  /// Each item of all units together: the sum over the uppermost units that have it.
  ///
  /// A stage that only some of those units have is left out, and so is a score of several units,
  /// which adds up to nothing.
  public func overAllUnits(_ units: Classification) -> [ItemComparison.Item] {
    var order: [[String]] = []
    var groups: [[String]: [ItemComparison.Item]] = [:]
    for item in self {
      let key = [item.code, "\(item.year)"]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(item)
    }
    return order.compactMap { whole(groups[$0]!, units) }
  }

  private func whole(
    _ items: [ItemComparison.Item], _ units: Classification
  ) -> ItemComparison.Item? {
    let owners = Set(items.compactMap { units.codes.find($0.unit) })
    let uppermost = items.filter { item in
      units.codes.find(item.unit).map { unit in
        units.tree.ancestors(of: unit).allSatisfy { !owners.contains($0) }
      } ?? true
    }
    let first = uppermost[0]
    let holders = Set(uppermost.map(\.unit))
    if holders.count > 1 && first.measure == .score { return nil }
    let values = Stage.allCases.compactMap { stage -> (Stage, Money)? in
      let stated = uppermost.filter { $0.values[stage] != nil }
      guard Set(stated.map(\.unit)) == holders else { return nil }
      return (stage, stated.reduce(.zero) { $0 + $1.values[stage]! })
    }
    return ItemComparison.Item(
      code: first.code, name: first.name, unit: ItemComparison.Item.allUnits, year: first.year,
      measure: first.measure, role: first.role,
      values: Dictionary(uniqueKeysWithValues: values),
      decimals: uppermost.map(\.decimals).max()!, isPart: first.isPart)
  }
}
