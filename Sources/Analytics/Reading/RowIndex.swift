/// Rows by what they have in some columns of codes: open addressing over row numbers, without a key
/// of its own for any row.
struct RowIndex {
  private let columns: [[Int32]]
  /// A row, or −1.
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var count = 0

  /// - Parameter columns: By row, as many codes in each.
  init(_ columns: [[Int32]]) { self.columns = columns }

  /// The first row asked for that has the same codes as a row: itself if there was none.
  mutating func first(like row: Int) -> Int {
    var slot = firstSlot(row)
    while slots[slot] >= 0 {
      if isAlike(Int(slots[slot]), row) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(row)
    count += 1
    if count * 2 > slots.count { grow() }
    return row
  }

  private func isAlike(_ a: Int, _ b: Int) -> Bool {
    columns.allSatisfy { $0[a] == $0[b] }
  }

  private func firstSlot(_ row: Int) -> Int {
    var hash: UInt64 = 0
    for column in columns {
      hash = (hash ^ UInt64(UInt32(bitPattern: column[row]))) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private mutating func grow() {
    let rows = slots.filter { $0 >= 0 }
    slots = Array(repeating: -1, count: slots.count * 2)
    for row in rows {
      var slot = firstSlot(Int(row))
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = row
    }
  }
}
