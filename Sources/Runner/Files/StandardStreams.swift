import Glibc
import Reports

/// Standard error: progress, logs and complaints.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) {
    try? Descriptor(STDERR_FILENO).write(Array(text.utf8))
  }
}

/// Standard output: results.
struct StandardOutput: ByteSink {
  func write(_ bytes: [UInt8]) throws {
    do {
      try Descriptor(STDOUT_FILENO).write(bytes)
    } catch {
      throw Failure(.cannotWrite, "cannot write to standard output: \(error)")
    }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }
}
