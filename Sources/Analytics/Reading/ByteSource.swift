/// Where bytes come from: a file, standard input, an array in a test.
///
/// Only `Runner` opens files; a reader is handed one of these.
public protocol ByteSource {
  /// How messages name the source.
  var name: String { get }

  /// Appends the next bytes, about `count` of them, to the buffer.
  ///
  /// - Returns: How many came; 0 at the end.
  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws -> Int

  /// Starts again from the first byte.
  mutating func rewind() throws
}

/// Bytes that are in memory.
public struct MemorySource: ByteSource {
  public let name: String
  private let bytes: [UInt8]
  private var position = 0

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  public mutating func read(_ count: Int, into buffer: inout [UInt8]) -> Int {
    let end = min(bytes.count, position + count)
    let read = end - position
    buffer.append(contentsOf: bytes[position..<end])
    position = end
    return read
  }

  public mutating func rewind() { position = 0 }
}
