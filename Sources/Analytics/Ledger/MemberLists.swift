/// What stands at each unit and at each subject, while more comes.
struct MemberLists<Item> {
  private var byUnit: [Int32: [Item]] = [:]
  private var bySubject: [Int32: [Item]] = [:]

  /// In the order in which it came.
  ///
  /// - Parameter dimension: Unit or subject.
  func items(_ dimension: Dimension, _ member: Int32) -> [Item] {
    (dimension == .unit ? byUnit : bySubject)[member] ?? []
  }

  mutating func insert(_ item: Item, at key: CellKey) {
    byUnit[key.unit, default: []].append(item)
    bySubject[key.subject, default: []].append(item)
  }
}
