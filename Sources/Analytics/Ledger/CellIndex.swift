/// Cell keys as consecutive integers: the columns of a columnar table, and their lookup.
struct CellIndex: Sendable {
  private(set) var keys: [CellKey] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { keys.count }

  /// The number of a key, which is new if it was not seen before.
  mutating func intern(_ key: CellKey) -> Int {
    var slot = firstSlot(key)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  func find(_ key: CellKey) -> Int? {
    var slot = firstSlot(key)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func firstSlot(_ key: CellKey) -> Int {
    var hash = UInt64(truncatingIfNeeded: key.unit) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ (hash >> 32) ^ UInt64(truncatingIfNeeded: key.subject)) &* 0xbf58_476d_1ce4_e5b9
    if !key.isInPanel {
      let kinds =
        UInt64(truncatingIfNeeded: key.economic) &* 31
        &+ UInt64(
          truncatingIfNeeded: key.kind)
      let rest =
        UInt64(truncatingIfNeeded: key.fund) &* 131
        &+ UInt64(
          truncatingIfNeeded: key.project)
      hash = (hash ^ kinds ^ (rest << 24)) &* 0x94d0_49bb_1331_11eb
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 31)) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = firstSlot(key)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
