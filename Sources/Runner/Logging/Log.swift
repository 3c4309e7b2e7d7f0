import Analytics
import ArgumentParser
import FoundationEssentials
import Logging
import Reports

enum LogFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text, json
}

/// Writes log lines to standard error: as text for people, or one JSON object a line for
/// schedulers.
struct StandardErrorLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info
  let format: LogFormat

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let pairs = all.sorted { $0.key < $1.key }
    switch format {
    case .text:
      let details = pairs.map { " \($0.key)=\($0.value)" }.joined()
      StandardError.write("outturn: \(event.message)\(details)\n")
    case .json:
      let time = Date().formatted(.iso8601)
      let fields: [(name: String, value: JSONValue)] =
        [
          ("time", .string(time)), ("level", .string(event.level.rawValue)),
          ("message", .string("\(event.message)")),
        ] + pairs.map { ($0.key, JSONValue($0.value)) }
      StandardError.write(JSONValue.object(fields).line + "\n")
    }
  }
}

extension JSONValue {
  /// Numbers and truth values stay what they are.
  fileprivate init(_ value: Logger.Metadata.Value) {
    guard case .stringConvertible(let value) = value else {
      self = .string("\(value)")
      return
    }
    switch value {
    case let number as Int: self = .number(PrintedNumber(number))
    case let truth as Bool: self = .bool(truth)
    default: self = .string("\(value)")
    }
  }
}

extension Logger {
  static func outturn(_ format: LogFormat) -> Logger {
    Logger(label: "outturn") { _ in StandardErrorLog(format: format) }
  }
}
