/// How often something happened to people, for rates that are paid per event.
struct EventCounts: Sendable {
  struct Key: Hashable, Sendable {
    /// The place of the unit in the roster.
    let unit: Int
    let category: Int
    let year: FiscalYear
    let reason: String
  }

  /// In thousandths of a head, of the reasons that some rate is paid for.
  private var counts: [Key: Int64] = [:]

  init(
    _ dataset: Dataset, _ categories: StaffCategories, _ lastClosed: FiscalYear?,
    unit: (String) -> Int?
  ) {
    let paid = Set(dataset.rates.compactMap(\.basis.event))
    guard !paid.isEmpty else { return }
    for movement in dataset.movements
    where paid.contains(movement.reason) && movement.happens(lastClosed) {
      guard let unit = unit(movement.unit), let category = categories.place(movement.category)
      else { continue }
      let key = Key(
        unit: unit, category: category, year: movement.year, reason: movement.reason)
      counts[key, default: 0] += abs(movement.delta.thousandths)
    }
  }

  /// Heads that a reason moved.
  func count(_ key: Key) -> Double { Double(counts[key] ?? 0) / 1000 }
}

extension Rate.Basis {
  /// What it is paid for, where that is an event.
  fileprivate var event: String? {
    if case .perEvent(let reason) = self { reason } else { nil }
  }
}

extension Movement {
  /// Whether it has happened, or is to: what was planned for a year that is closed did not.
  func happens(_ lastClosed: FiscalYear?) -> Bool {
    !(status == "planned" && (lastClosed.map { year <= $0 } ?? false))
  }
}
