import Analytics
import Glibc

/// A file on disk as a source of bytes. It is read with `pread`: a file that shrinks meanwhile
/// ends early and does not kill the program.
final class FileSource: ByteSource {
  let name: String
  private let descriptor: Descriptor
  private var offset = 0

  /// - Parameter name: How messages name the file.
  /// - Throws: `Failure` if it is not there or cannot be opened.
  init(path: String, name: String) throws {
    self.name = name
    do {
      descriptor = try Descriptor.open(path, O_RDONLY)
    } catch {
      throw Failure(.inputMissing, "cannot open \(path): \(error)")
    }
    var status = stat()
    if fstat(descriptor.number, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.inputMissing, "\(path) is a folder, not a file")
    }
  }

  deinit { try? descriptor.close() }

  func read(_ count: Int, into buffer: inout [UInt8]) throws -> Int {
    do {
      let read = try descriptor.read(count, at: offset, into: &buffer)
      offset += read
      return read
    } catch {
      throw Failure(.inputMissing, "cannot read \(name): \(error)")
    }
  }

  func rewind() { offset = 0 }

  /// All bytes of the file, for those that are known to be small.
  static func contents(path: String, name: String) throws -> [UInt8] {
    let source = try FileSource(path: path, name: name)
    var bytes: [UInt8] = []
    while try source.read(1 << 16, into: &bytes) > 0 {}
    return bytes
  }
}
