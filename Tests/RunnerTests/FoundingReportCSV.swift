/// A CSV table as SPEC.md promises it: UTF-8, LF, a header, RFC 4180. Anything else is refused.
struct StrictCSV {
  enum Problem: Error, Equatable {
    case noRows
    case noFinalNewline
    case carriageReturn(line: Int)
    case quoteInPlainField(line: Int)
    case textAfterQuote(line: Int)
    case openQuote
    case fields(line: Int, Int, expected: Int)
    case repeatedColumn(String)
    case noColumn(String)
    case rows(Int, matching: [String: String])
  }

  let columns: [String]
  let rows: [[String: String]]

  init(_ text: String) throws {
    var records = try StrictCSV.records(text)
    guard !records.isEmpty else { throw Problem.noRows }
    columns = records.removeFirst()
    for column in columns where columns.count(where: { $0 == column }) > 1 {
      throw Problem.repeatedColumn(column)
    }
    rows = try records.enumerated().map { [columns] number, fields in
      guard fields.count == columns.count else {
        throw Problem.fields(line: number + 2, fields.count, expected: columns.count)
      }
      return Dictionary(uniqueKeysWithValues: zip(columns, fields))
    }
  }

  /// The cell of the one row whose key columns are as given.
  func cell(_ column: String, where key: [String: String]) throws -> String {
    for name in [column] + key.keys where !columns.contains(name) {
      throw Problem.noColumn(name)
    }
    let found = rows.filter { row in key.allSatisfy { row[$0.key] == $0.value } }
    guard found.count == 1 else { throw Problem.rows(found.count, matching: key) }
    return found[0][column]!
  }

  // MARK: Reading

  private static func records(_ text: String) throws -> [[String]] {
    var reader = RecordReader(scalars: text.unicodeScalars[...])
    var records: [[String]] = []
    while !reader.scalars.isEmpty { records.append(try reader.record()) }
    return records
  }

  private struct RecordReader {
    var scalars: Substring.UnicodeScalarView
    var line = 1

    mutating func record() throws -> [String] {
      var fields: [String] = []
      while true {
        fields.append(scalars.first == "\"" ? try quoted() : try plain())
        guard let end = scalars.popFirst() else { throw Problem.noFinalNewline }
        if end == "\n" {
          line += 1
          return fields
        }
        guard end == "," else { throw Problem.textAfterQuote(line: line) }
      }
    }

    private mutating func plain() throws -> String {
      let field = scalars.prefix { $0 != "," && $0 != "\n" }
      if field.contains("\"") { throw Problem.quoteInPlainField(line: line) }
      if field.contains("\r") { throw Problem.carriageReturn(line: line) }
      scalars = scalars[field.endIndex...]
      return String(field)
    }

    private mutating func quoted() throws -> String {
      scalars.removeFirst()
      var field = String.UnicodeScalarView()
      while let scalar = scalars.popFirst() {
        if scalar == "\n" { line += 1 }
        guard scalar == "\"" else {
          field.append(scalar)
          continue
        }
        guard scalars.first == "\"" else { return String(field) }
        field.append(scalars.removeFirst())
      }
      throw Problem.openQuote
    }
  }
}
