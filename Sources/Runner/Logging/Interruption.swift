import Glibc

/// Whether the scheduler has asked the program to stop.
enum Interruption {
  private nonisolated(unsafe) static var isAsked: sig_atomic_t = 0

  /// From now on SIGTERM and SIGINT are noted, and `check` throws.
  static func listen() {
    for number in [SIGTERM, SIGINT] {
      signal(number) { _ in Interruption.isAsked = 1 }
    }
  }

  static func check() throws {
    if isAsked != 0 { throw Failure(.terminated, "stopped; nothing unfinished was left behind") }
  }
}
