/// Something that takes a stream of bytes: a file, a pipe, a hash, an array.
public protocol ByteSink {
  /// Takes the next bytes, all of them.
  mutating func write(_ bytes: [UInt8]) throws
}

/// A sink that keeps what it is given.
public struct CollectedBytes: ByteSink {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ bytes: [UInt8]) { self.bytes += bytes }
}

extension ByteSink {
  /// Passes a buffer on and empties it, if it has grown to a chunk.
  mutating func writeChunk(of buffer: inout [UInt8]) throws {
    guard buffer.count >= chunkSize else { return }
    try writeRest(of: &buffer)
  }

  /// Passes a buffer on and empties it.
  mutating func writeRest(of buffer: inout [UInt8]) throws {
    guard !buffer.isEmpty else { return }
    try write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// 64 KB: beyond it, larger writes are no faster.
let chunkSize = 65_536

/// An empty buffer with room for a chunk and the row that completes it.
func chunkBuffer() -> [UInt8] {
  var buffer: [UInt8] = []
  buffer.reserveCapacity(chunkSize + 4_096)
  return buffer
}
