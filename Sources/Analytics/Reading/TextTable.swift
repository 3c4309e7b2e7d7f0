/// A small table as it was read: columns of codes, and the text for errors that point into it.
struct TextTable: RandomAccessCollection {
  static let empty = TextTable(file: "", delimiter: UInt8(ascii: ","))

  let file: String
  private let delimiter: UInt8
  /// The names of the file's columns; nil for one that is kept aside.
  private(set) var names: [String?] = []
  /// As many as names.
  private var columns: [CodedColumn<FieldValue>?] = []
  /// The line on which each row begins.
  private(set) var lines: [Int32] = []
  /// The rows as they are written, one after the other, and where each begins.
  private var bytes: [UInt8] = []
  private var starts: [Int] = []

  init(file: String, delimiter: UInt8) {
    self.file = file
    self.delimiter = delimiter
  }

  var startIndex: Int { 0 }
  var endIndex: Int { lines.count }

  subscript(row: Int) -> TableRow { TableRow(table: self, row: row) }

  /// A column by its name; blank where the file has none.
  func column(_ name: String) -> CodedColumn<FieldValue> {
    place(of: name).flatMap { columns[$0] } ?? CodedColumn(blankRows: count)
  }

  /// Finds, in each row that repeats the values of an earlier one in some columns, the first such.
  func repetitions(of key: [String]) -> [(row: Int, first: Int)] {
    var index = RowIndex(key.map { column($0).codes })
    return indices.compactMap { row in
      let first = index.first(like: row)
      return first == row ? nil : (row, first)
    }
  }

  // MARK: Reading

  /// Keeps a row's text.
  mutating func append(_ text: DelimitedText) {
    lines.append(Int32(clamping: text.line))
    starts.append(bytes.count)
    bytes.append(contentsOf: text.recordBytes)
  }

  mutating func set(_ names: [String?], _ columns: [CodedColumn<FieldValue>?]) {
    self.names = names
    self.columns = columns
  }

  // MARK: Rows

  fileprivate func place(of name: String) -> Int? { names.firstIndex(of: name) }

  fileprivate func value(_ name: String, _ row: Int) -> FieldValue? {
    guard let place = place(of: name) else { return nil }
    return columns[place]?[row]
  }

  fileprivate func record(_ row: Int) -> TextRecord {
    var fields: [RecordScanner.Field] = []
    var newlines = 0
    _ = RecordScanner.scan(
      bytes, from: starts[row], delimiter: delimiter, isLast: true, fields: &fields,
      newlines: &newlines)
    return TextRecord(
      file: file, line: Int(lines[row]), buffer: bytes, start: starts[row], fields: fields)
  }
}

/// A row of a small table.
struct TableRow {
  fileprivate let table: TextTable
  fileprivate let row: Int

  var line: Int { Int(table.lines[row]) }
  var place: String { "\(table.file):\(line)" }

  /// The text of a column, or nil where it is blank or not there.
  subscript(_ column: String) -> String? { table.value(column, row)?.text }

  /// A code; nil where it is blank, `all` or `*`, which mean all of them.
  func code(_ column: String) -> String? {
    self[column].flatMap { ["all", "*"].contains($0) ? nil : $0 }
  }

  func year(_ column: String) -> FiscalYear? { table.value(column, row)?.year }

  /// A number as it is written, or nil.
  func number(_ column: String) -> PrintedNumber? { table.value(column, row)?.number }

  /// An amount in hundredths of the currency unit, rounded half to even, or nil.
  func money(_ column: String, in unit: AmountUnit) -> Money? {
    number(column)?.money(in: unit)
  }

  /// An error at a column, or at a character of its text.
  func error(_ message: String, column: String, character: Int = 0) -> SourceError {
    let record = table.record(row)
    guard let index = table.place(of: column) else {
      return SourceError(
        message, at: SourcePosition(file: table.file, line: line, column: 1),
        excerpt: record.error("", field: 0).excerpt)
    }
    let blanks = record.text(record.fields[index]).leadingBlanks
    return record.error(message, field: index, character: blanks + character)
  }

  /// An error in an expression, at the character where it cannot be read.
  func error(_ error: FigureSyntaxError, column: String) -> SourceError {
    self.error(
      "in the expression: \(error.message)", column: column, character: error.column - 1)
  }
}
