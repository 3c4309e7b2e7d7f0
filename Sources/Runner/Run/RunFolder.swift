import Glibc
import Reports

/// A folder that files are written into: that of one run while it is being filled, or one that a
/// user names for a report.
struct RunFolder {
  let path: String
  /// Whether a file takes the place of one of its name, once it is complete.
  var replaces = false

  /// Writes a file, and makes sure that it is on disk.
  func write(_ name: String, _ fill: (inout FileSink) throws -> Void) throws {
    if let slash = name.lastIndex(of: "/") { try RunDirectory.create("\(path)/\(name[..<slash])") }
    try complete(name) { file in
      let flags = O_WRONLY | O_CREAT | (replaces ? O_TRUNC : O_EXCL)
      var sink = FileSink(try Descriptor.open(file, flags))
      try fill(&sink)
      try sink.close()
    }
  }

  /// Has a file written, and where it replaces another, under a name of its own until it is
  /// complete; that one goes if it never is.
  func complete(_ name: String, _ fill: (_ path: String) throws -> Void) throws {
    let file = "\(path)/\(name)"
    let unfinished = replaces ? "\(file).unfinished" : file
    do {
      try fill(unfinished)
      guard !replaces || rename(unfinished, file) == 0 else { throw SystemError.last }
    } catch {
      if replaces { unlink(unfinished) }
      throw (error as? SystemError).map { Failure(.cannotWrite, "cannot write \(name): \($0)") }
        ?? error
    }
  }
}

/// Bytes on their way to a file.
struct FileSink: ByteSink {
  private let descriptor: Descriptor

  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  func write(_ bytes: [UInt8]) throws {
    try Interruption.check()
    try descriptor.write(bytes)
  }

  fileprivate func close() throws {
    try descriptor.synchronise()
    try descriptor.close()
  }
}
