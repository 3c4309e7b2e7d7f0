/// A way to write a table as bytes.
public protocol TableFormat: Sendable {
  /// Writes the table in chunks of about 64 KB.
  ///
  /// - Throws: What the sink throws, and nothing else.
  func write(_ table: Table, to sink: inout some ByteSink) throws
}

extension TableFormat {
  /// The whole table at once, for tables that are known to be short.
  public func text(of table: Table) -> String {
    var sink = CollectedBytes()
    do {
      try write(table, to: &sink)
    } catch {
      preconditionFailure("memory refused \(table.name): \(error)")
    }
    return String(decoding: sink.bytes, as: UTF8.self)
  }
}
