import Analytics
import CZlib

/// A gzip file as the bytes that were compressed, by zlib, block by block.
final class GzipSource: ByteSource {
  private static let block = 1 << 17

  let name: String
  private let file: FileSource
  /// At one address for its life: zlib's state points back to it.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var packed: [UInt8] = []
  private var isOpen = false
  private var isAtEnd = false

  init(_ file: FileSource) throws {
    self.file = file
    name = file.name
    stream.initialize(to: z_stream())
    rewind()
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  func rewind() {
    if isOpen { inflateEnd(stream) }
    stream.pointee = z_stream()
    isOpen = outturn_inflate_begin(stream) == Z_OK
    precondition(isOpen, "zlib does not begin")
    packed = []
    isAtEnd = false
    file.rewind()
  }

  func read(_ count: Int, into buffer: inout [UInt8]) throws -> Int {
    var read = 0
    while read == 0 && !isAtEnd {
      if packed.isEmpty, try file.read(GzipSource.block, into: &packed) == 0 {
        throw damaged("ends in the middle")
      }
      read = try inflate(count, into: &buffer)
    }
    return read
  }

  /// Unpacks up to `count` bytes of what has been read.
  private func inflate(_ count: Int, into buffer: inout [UInt8]) throws -> Int {
    var result = Z_OK
    var used = 0
    let block = packed.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: count) { room, filled in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(count)
        result = CZlib.inflate(stream, Z_NO_FLUSH)
        used = input.count - Int(stream.pointee.avail_in)
        filled = count - Int(stream.pointee.avail_out)
      }
    }
    packed.removeFirst(used)
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
      throw damaged("is not gzip, or is damaged")
    }
    buffer.append(contentsOf: block)
    if result == Z_STREAM_END { try nextMember() }
    return block.count
  }

  /// A gzip file may hold several members, one after the other, and zeros that fill its last block.
  private func nextMember() throws {
    repeat {
      packed.removeFirst(packed.prefix { $0 == 0 }.count)
      if packed.isEmpty { isAtEnd = try file.read(GzipSource.block, into: &packed) == 0 }
    } while !isAtEnd && packed.first == 0
    if !isAtEnd { inflateReset(stream) }
  }

  private func damaged(_ what: String) -> SourceErrors {
    SourceErrors(
      SourceError(
        "the file, compressed by its name, \(what); pack it again, or give it unpacked",
        at: SourcePosition(file: name, line: 1, column: 1)))
  }
}
