/// Memos by what they are about, of several the first.
struct MemoIndex {
  private struct Place: Hashable {
    let name: String
    /// Nil for any unit.
    let unit: String?
    let year: FiscalYear
  }

  private let memos: [Memo]
  private var items: [Place: Int] = [:]
  private var roles: [Place: Int] = [:]

  init(_ memos: [Memo]) {
    self.memos = memos
    for (place, memo) in memos.enumerated() {
      for unit in [memo.unit, nil] {
        let key = Place(name: memo.item, unit: unit, year: memo.year)
        if items[key] == nil { items[key] = place }
      }
      guard let role = memo.role else { continue }
      let key = Place(name: role, unit: memo.unit, year: memo.year)
      if roles[key] == nil { roles[key] = place }
    }
  }

  /// The first memo of an item in a year.
  ///
  /// - Parameter unit: Nil for any.
  func first(_ item: String, _ unit: String?, _ year: FiscalYear) -> Memo? {
    items[Place(name: item, unit: unit, year: year)].map { memos[$0] }
  }

  /// The first memo of a role in a unit and year.
  func first(role: String, _ unit: String, _ year: FiscalYear) -> Memo? {
    roles[Place(name: role, unit: unit, year: year)].map { memos[$0] }
  }
}
