import ArgumentParser

/// What the program tells the shell, after sysexits.
enum ExitStatus: Int32 {
  case clean = 0
  /// Done, with error findings.
  case findings = 1
  case badData = 65
  case inputMissing = 66
  case bug = 70
  case cannotCreate = 73
  case cannotWrite = 74
  case locked = 75
  /// 128 + SIGTERM.
  case terminated = 143

  var exitCode: ExitCode { ExitCode(rawValue) }
}

/// Why a command cannot go on: what is printed, and what the shell is told.
struct Failure: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }
}
