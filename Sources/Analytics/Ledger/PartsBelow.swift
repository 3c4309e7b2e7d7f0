/// By node, which direct parts of a unit have lines at it or below it: a bit a part.
struct PartsBelow {
  private let width: Int
  private var words: [UInt64] = []

  init(parts: Int) { width = (parts + UInt64.bitWidth - 1) / UInt64.bitWidth }

  mutating func removeAll() { words.removeAll(keepingCapacity: true) }

  /// Adds the next node, with what the nodes directly below it have.
  mutating func add(over children: ArraySlice<Int32>) {
    let start = words.count
    words.append(contentsOf: repeatElement(0, count: width))
    for child in children {
      for word in 0..<width { words[start + word] |= words[Int(child) * width + word] }
    }
  }

  /// Puts a part to the node added last.
  mutating func insert(_ part: Int32) {
    let word = words.count - width + Int(part) / UInt64.bitWidth
    words[word] |= 1 << UInt64(Int(part) % UInt64.bitWidth)
  }

  /// How many parts the node added last has.
  var count: Int { words.suffix(width).reduce(0) { $0 + $1.nonzeroBitCount } }
}
