/// How often something happened to people, for rates that are paid per event.
struct EventCounts: Sendable {
  struct Key: Hashable, Sendable {
    let unit: String
    let category: Int
    let year: FiscalYear
    let reason: String
  }

  /// In thousandths of a head.
  private var counts: [Key: Int64] = [:]

  init(_ dataset: Dataset, _ categories: StaffCategories, _ lastClosed: FiscalYear?) {
    for movement in dataset.movements {
      let isPast = lastClosed.map { movement.year <= $0 } ?? false
      guard let category = categories.place(movement.category),
        !(isPast && movement.status == "planned")
      else { continue }
      let key = Key(
        unit: movement.unit, category: category, year: movement.year, reason: movement.reason)
      counts[key, default: 0] += abs(movement.delta.thousandths)
    }
  }

  /// Heads that a reason moved.
  func count(_ key: Key) -> Double { Double(counts[key] ?? 0) / 1000 }
}
