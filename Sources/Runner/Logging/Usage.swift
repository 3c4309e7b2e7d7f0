import Glibc

/// What the process has used: wall-clock and processor milliseconds.
struct Usage {
  let wall: Double
  let processor: Double

  static var now: Usage {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func milliseconds(_ time: timeval) -> Double {
      Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
    }
    return Usage(
      wall: Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6,
      processor: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime))
  }

  /// The most memory that the process has held, in KiB.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  static func - (a: Usage, b: Usage) -> Usage {
    Usage(wall: a.wall - b.wall, processor: a.processor - b.processor)
  }
}

struct StageTiming {
  let stage: String
  let usage: Usage
}
