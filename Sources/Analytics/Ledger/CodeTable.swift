/// Codes and names as small integers, in the order of their first appearance.
///
/// Codes are kept byte for byte: spaces and case matter. A lookup costs one hash of the bytes and
/// makes no `String`.
public struct CodeTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each code's bytes begin; one more entry than codes.
  private var starts: [Int] = [0]
  /// Open addressing: a code's number, or −1.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  public init() {}

  public var count: Int { starts.count - 1 }

  /// The number of the code in `buffer[range]`, which is new if it was not seen before.
  public mutating func intern(_ buffer: [UInt8], _ range: Range<Int>) -> Int32 {
    var slot = firstSlot(buffer, range)
    while slots[slot] >= 0 {
      if matches(slots[slot], buffer, range) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(count)
    bytes.append(contentsOf: buffer[range])
    starts.append(bytes.count)
    slots[slot] = code
    if count * 2 > slots.count { grow() }
    return code
  }

  public mutating func intern(_ text: String) -> Int32 {
    let buffer = Array(text.utf8)
    return intern(buffer, 0..<buffer.count)
  }

  /// The number of a code that is there, or nil.
  public func find(_ text: String) -> Int32? {
    let buffer = Array(text.utf8)
    let range = 0..<buffer.count
    var slot = firstSlot(buffer, range)
    while slots[slot] >= 0 {
      if matches(slots[slot], buffer, range) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  public func text(_ code: Int32) -> String {
    String(decoding: bytes[starts[Int(code)]..<starts[Int(code) + 1]], as: UTF8.self)
  }

  func hasSuffix(_ code: Int32, _ suffix: String) -> Bool {
    let (start, end) = (starts[Int(code)], starts[Int(code) + 1])
    return end - start >= suffix.utf8.count
      && bytes[(end - suffix.utf8.count)..<end].elementsEqual(suffix.utf8)
  }

  public var texts: [String] { (0..<Int32(count)).map(text) }

  /// Whether a code's bytes come before another's: the order of every sorted table.
  public func precedes(_ a: Int32, _ b: Int32) -> Bool {
    bytes[starts[Int(a)]..<starts[Int(a) + 1]].lexicographicallyPrecedes(
      bytes[starts[Int(b)]..<starts[Int(b) + 1]])
  }

  private func matches(_ code: Int32, _ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    let start = starts[Int(code)]
    guard starts[Int(code) + 1] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != buffer[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private func firstSlot(_ buffer: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
    for index in range { hash = (hash ^ UInt64(buffer[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for code in 0..<Int32(count) {
      var slot = firstSlot(bytes, starts[Int(code)]..<starts[Int(code) + 1])
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = code
    }
  }
}
