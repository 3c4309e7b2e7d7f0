import Logging

/// How far a run has come: a bar on a terminal, log lines elsewhere.
struct Progress {
  private let log: Logger
  private let showsBar: Bool
  private var total: Int
  private var done = 0
  private(set) var timings: [StageTiming] = []

  /// - Parameter total: How many stages there will be, as far as that is known.
  init(total: Int, log: Logger, format: LogFormat) {
    self.total = total
    self.log = log
    showsBar = format == .text && StandardError.isTerminal
  }

  /// Runs one stage, and keeps how long it took.
  ///
  /// - Parameter isDetail: One of many, such as a table, which has no log line of its own.
  mutating func stage<Result>(
    _ name: String, isDetail: Bool = false, _ work: () throws -> Result
  ) throws -> Result {
    try Interruption.check()
    if showsBar { draw(name) } else if !isDetail { announce(name) }
    let start = Usage.now
    defer {
      done += 1
      timings.append(StageTiming(stage: name, usage: Usage.now - start))
    }
    return try work()
  }

  /// Says in a log line that something begins, where no bar shows it.
  func announce(_ name: String) {
    if !showsBar { log.info("\(name)") }
  }

  /// Says that so many stages are still to come.
  mutating func expect(_ count: Int) { total = done + count }

  /// Clears the bar.
  func finish() {
    if showsBar { StandardError.write("\r\u{1b}[K") }
  }

  private func draw(_ name: String) {
    let width = 24
    let filled = min(width, width * done / max(1, total))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    StandardError.write("\r\u{1b}[K\(bar) \(done)/\(total) \(name)")
  }
}
