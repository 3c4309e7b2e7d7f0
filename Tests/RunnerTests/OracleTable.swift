import Foundation
import Testing

/// A table as bytes, for comparison with an oracle's: strings would take canonically equal codes
/// for one.
struct OracleTable {
  let columns: [Data]
  let rows: [[Data]]

  init(_ file: URL) throws {
    let all = OracleTable.records(try Data(contentsOf: file))
    columns = try #require(all.first)
    rows = Array(all.dropFirst())
  }

  private init(columns: [Data], rows: [[Data]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table with these columns only, in this order.
  func selecting(_ chosen: [Data]) throws -> OracleTable {
    let places = try chosen.map { try #require(columns.firstIndex(of: $0)) }
    return OracleTable(columns: chosen, rows: rows.map { row in places.map { row[$0] } })
  }

  /// The first row that differs; nil where none does.
  func difference(from found: OracleTable) -> String? {
    zip(rows, found.rows).first { $0 != $1 }.map { expected, found in
      "\(OracleTable.line(expected)) is expected, found \(OracleTable.line(found))"
    }
  }

  /// A row as CSV, for rows without quotes, commas and line ends.
  static func line(_ row: [Data]) -> String {
    row.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
  }

  /// The fields of RFC 4180 text.
  private static func records(_ text: Data) -> [[Data]] {
    var rows: [[Data]] = []
    var row: [Data] = []
    var field = Data()
    var isQuoted = false
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted && previous == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(field)
        field = Data()
      case UInt8(ascii: "\n") where !isQuoted:
        rows.append(row + [field])
        row = []
        field = Data()
      default: field.append(byte)
      }
      previous = byte
    }
    return rows
  }
}
