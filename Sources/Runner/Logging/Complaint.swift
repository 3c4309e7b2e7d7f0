import Analytics
import Logging

/// Says why the program stops, on standard error: as text for people, or as a JSON object a line.
struct Complaint {
  let format: LogFormat

  func write(_ message: String) {
    switch format {
    case .text: StandardError.write("outturn: \(message)\n")
    case .json: Logger.outturn(.json).error("\(message)")
    }
  }

  func write(_ errors: SourceErrors) {
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    let summary = "\(count) in the data; nothing was written"
    switch format {
    case .text:
      var text = errors.errors.map { "\($0)\n" }.joined()
      if errors.unlisted > 0 { text += "… and \(errors.unlisted) more errors\n" }
      StandardError.write(text + "outturn: \(summary)\n")
    case .json:
      let log = Logger.outturn(.json)
      for error in errors.errors { log.error("\(error.message)", metadata: error.metadata) }
      log.error("\(summary)", metadata: ["errors": .stringConvertible(errors.count)])
    }
  }
}

extension SourceError {
  fileprivate var metadata: Logger.Metadata {
    [
      "file": "\(position.file)", "line": .stringConvertible(position.line),
      "column": .stringConvertible(position.column),
    ]
  }
}
