import Analytics

extension NodeTable {
  /// Which nodes are shown where there is room for so many: the total, then units and subjects,
  /// which leave a third of the room, then classes and lines of those units; of each the largest by
  /// their newest amount in any stage.
  func largest(_ limit: Int) -> [Bool] {
    guard nodes.count > limit else { return Array(repeating: true, count: nodes.count) }
    var isShown = Array(repeating: false, count: nodes.count)
    var room = limit
    func show(_ wanted: [Int], _ most: Int) {
      let chosen = largest(wanted, most)
      for place in chosen { isShown[place] = true }
      room -= chosen.count
    }
    show(total.map { [$0] } ?? [], room)
    let summed = nodes.indices.filter { [.unit, .subject].contains(nodes[$0].level) }
    show(summed, min(room, limit * 2 / 3))
    let units = Set(summed.filter { isShown[$0] }.map { nodes[$0].unit })
    for level in [Level.class, .line] {
      show(nodes.indices.filter { nodes[$0].level == level && units.contains(unit(of: $0)) }, room)
    }
    return isShown
  }

  /// The unit under which a class or line stands.
  private func unit(of place: Int) -> Int32 {
    nodes[place].level == .line ? panel.lines[place].leafUnit : nodes[place].unit
  }

  /// So many of some places, those with the largest newest amounts.
  private func largest(_ places: [Int], _ count: Int) -> ArraySlice<Int> {
    guard places.count > count else { return places[...] }
    let sizes = places.map { (place: $0, size: newestAmount($0)) }
    return sizes.sorted { ($1.size, $0.place) < ($0.size, $1.place) }.map(\.place).prefix(count)
  }

  /// The largest magnitude among the stages' newest years, in hundredths of the currency unit.
  private func newestAmount(_ place: Int) -> Int64 {
    guard let year = panel.years.last else { return 0 }
    return panel.stages.map { stage in
      cell(place, stage, year).money.map { Swift.abs($0.cents) } ?? 0
    }.max() ?? 0
  }
}
