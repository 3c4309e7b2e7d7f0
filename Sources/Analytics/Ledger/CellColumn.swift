/// A value per cell, in blocks of 64: a block without any takes no room.
///
/// Ledgers fill a column nearly whole; sets of many series of different lengths leave most of the
/// late years empty.
struct CellColumn<Value: Equatable & Sendable>: Sendable {
  private static var blockSize: Int { 64 }

  /// What a cell without a value has.
  private let blank: Value
  /// Where each block begins among the values; −1 for one that is empty.
  private var blocks: [Int32] = []
  private var values: [Value] = []

  init(blank: Value) { self.blank = blank }

  subscript(cell: Int) -> Value {
    get {
      let block = cell / Self.blockSize
      guard block < blocks.count, blocks[block] >= 0 else { return blank }
      return values[Int(blocks[block]) + cell % Self.blockSize]
    }
    set {
      let block = cell / Self.blockSize
      if block >= blocks.count {
        blocks.append(contentsOf: repeatElement(-1, count: block + 1 - blocks.count))
      }
      if blocks[block] < 0 {
        blocks[block] = Int32(values.count)
        values.append(contentsOf: repeatElement(blank, count: Self.blockSize))
      }
      values[Int(blocks[block]) + cell % Self.blockSize] = newValue
    }
  }

  /// Lets go of room that no value has filled.
  mutating func trim() { values = values.map(\.self) }

  /// Whether no cell has a value.
  var isEmpty: Bool { values.allSatisfy { $0 == blank } }

  /// Calls `body` with every cell that has a value, in rising order.
  func forEach(_ body: (_ cell: Int, Value) -> Void) {
    for (block, start) in blocks.enumerated() where start >= 0 {
      for offset in 0..<Self.blockSize where values[Int(start) + offset] != blank {
        body(block * Self.blockSize + offset, values[Int(start) + offset])
      }
    }
  }
}
