import ArgumentParser
import Foundation
import LinearAlgebra

/// How the work is done. Nothing here changes a result.
struct WorkOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads that share the work, 1 to 256; all cores if not given.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads must be from 1 to 256, not \(threads).")
    }
  }

  var workers: Workers {
    Workers(threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount))
  }
}
