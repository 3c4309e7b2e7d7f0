import Glibc

/// An error of the operating system, in its own words.
struct SystemError: Error, CustomStringConvertible {
  let number: Int32

  static var last: SystemError { SystemError(number: errno) }

  var description: String { String(cString: strerror(number)) }
}

/// An open file descriptor, which the caller closes.
struct Descriptor {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Opens a file.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o644) throws -> Descriptor {
    while true {
      let number = Glibc.open(path, flags | O_CLOEXEC, mode)
      if number >= 0 { return Descriptor(number) }
      if errno != EINTR { throw SystemError.last }
    }
  }

  /// Appends up to `count` bytes from a place in the file.
  func read(_ count: Int, at offset: Int, into buffer: inout [UInt8]) throws -> Int {
    try append(count, to: &buffer) { pread(number, $0, count, off_t(offset)) }
  }

  /// Appends up to `count` bytes from where the stream stands.
  func read(_ count: Int, into buffer: inout [UInt8]) throws -> Int {
    try append(count, to: &buffer) { Glibc.read(number, $0, count) }
  }

  private func append(
    _ count: Int, to buffer: inout [UInt8], _ call: (UnsafeMutableRawPointer) -> Int
  ) throws -> Int {
    var read = 0
    let block = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      repeat { read = call(room.baseAddress!) } while read < 0 && errno == EINTR
      filled = max(read, 0)
    }
    guard read >= 0 else { throw SystemError.last }
    buffer.append(contentsOf: block)
    return read
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { raw in
      var written = 0
      while written < raw.count {
        let step = Glibc.write(number, raw.baseAddress! + written, raw.count - written)
        if step < 0 && errno == EINTR { continue }
        guard step >= 0 else { throw SystemError.last }
        written += step
      }
    }
  }

  func synchronise() throws {
    while fsync(number) != 0 {
      if errno != EINTR { throw SystemError.last }
    }
  }

  func close() throws {
    guard Glibc.close(number) == 0 || errno == EINTR else { throw SystemError.last }
  }
}
