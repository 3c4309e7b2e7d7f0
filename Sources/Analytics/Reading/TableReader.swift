/// A row of a small table: its fields by column, and where they stand.
struct TableRow {
  /// The names of the file's columns; nil for one that is kept aside.
  fileprivate let columns: [String?]
  /// As many as columns; nil where a field is blank.
  fileprivate let values: [String?]
  fileprivate let record: TextRecord

  var line: Int { record.line }

  /// The text of a column, or nil where it is blank or not there.
  subscript(_ column: String) -> String? {
    columns.firstIndex(of: column).flatMap { values[$0] }
  }

  func year(_ column: String) -> FiscalYear? {
    self[column].flatMap { text in
      let bytes = Array(text.utf8)
      return YearText.read(bytes, 0..<bytes.count)
    }
  }

  /// A number as it is written, or nil.
  func number(_ column: String) -> PrintedNumber? {
    self[column].flatMap(TableReader.number)
  }

  /// An amount in hundredths of the currency unit, rounded half to even, or nil.
  func money(_ column: String, in unit: AmountUnit) -> Money? {
    number(column)?.money(in: unit)
  }

  /// An error at a column, or at a character of its text.
  func error(_ message: String, column: String, character: Int = 0) -> SourceError {
    guard let index = columns.firstIndex(of: column) else {
      return SourceError(
        message, at: SourcePosition(file: record.file, line: line, column: 1),
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

  var place: String { "\(record.file):\(line)" }
}

/// Reads a small table by its schema: every field is checked before any is used.
struct TableReader {
  private(set) var rows: [TableRow] = []
  private(set) var errors = SourceErrors()
  private(set) var unknownColumns: [String] = []
  private(set) var encoding = TextEncoding.utf8

  static func read(
    _ source: any ByteSource, as table: TableName, delimiter: UInt8?, missingValues: Set<String>
  ) throws -> TableReader {
    try withFallbackEncoding(source) { blocks in
      var text = try DelimitedText(blocks, delimiter: delimiter)
      var reader = TableReader()
      reader.encoding = text.encoding
      do {
        try reader.readAll(&text, table, missingValues)
      } catch let error as SourceError {
        reader.errors.append(error)
      }
      guard reader.errors.isEmpty else { throw reader.errors }
      return reader
    }
  }

  private mutating func readAll(
    _ text: inout DelimitedText, _ table: TableName, _ missing: Set<String>
  ) throws {
    guard try text.advance() else {
      throw SourceError(
        "the file is empty; the table needs a heading line: "
          + table.columns.map(\.name).joined(separator: ","),
        at: SourcePosition(file: text.name, line: 1, column: 1))
    }
    guard let header = readHeader(text, table) else { return }
    let names = header.map { $0?.name }
    while try text.advance() {
      if text.isBlank { continue }
      readRow(text, header, names, table, missing)
    }
  }

  private mutating func readHeader(
    _ text: DelimitedText, _ table: TableName
  ) -> [ColumnSchema?]? {
    let headings = text.texts.map { $0.trimmed.lowercased() }
    let known = table.columns
    for column in known where column.isRequired && !headings.contains(column.name) {
      errors.append(
        text.error(
          "\(table.rawValue) has no column '\(column.name)'; its columns are: "
            + known.map(\.name).joined(separator: ", "), field: 0))
    }
    for (index, heading) in headings.enumerated() where headings[..<index].contains(heading) {
      errors.append(text.error("two columns are headed '\(heading)'; keep one", field: index))
    }
    unknownColumns = headings.filter { heading in !known.contains { $0.name == heading } }
    return errors.isEmpty
      ? headings.map { heading in known.first { $0.name == heading } } : nil
  }

  private mutating func readRow(
    _ text: DelimitedText, _ header: [ColumnSchema?], _ names: [String?], _ table: TableName,
    _ missing: Set<String>
  ) {
    let surplus = text.fields.dropFirst(header.count)
    guard text.fields.count >= header.count, surplus.allSatisfy({ text.isBlank($0) }) else {
      errors.append(
        text.error(
          "\(text.fieldCount) under \(header.count) headings; a row needs a field for "
            + "each heading, and quotes around a field that holds the separator",
          field: min(header.count, text.fields.count)))
      return
    }
    var values = [String?](repeating: nil, count: header.count)
    for (index, column) in header.enumerated() {
      guard let column else { continue }
      // Codes are kept byte for byte; everything else may stand between blanks.
      let written = text.text(index)
      let value = column.kind == .text && !written.trimmed.isEmpty ? written : written.trimmed
      if value.isEmpty || missing.contains(value) {
        if column.isRequired && !table.mayBeBlank.contains(column.name) {
          errors.append(
            text.error("'\(column.name)' is blank; every row needs one", field: index))
        }
        continue
      }
      if let problem = TableReader.problem(value, column) {
        errors.append(text.error("\(value.quoted) \(problem)", field: index))
      }
      values[index] = value
    }
    rows.append(TableRow(columns: names, values: values, record: text.record))
  }

  /// What is wrong with a value, and what would be right.
  private static func problem(_ value: String, _ column: ColumnSchema) -> String? {
    switch column.kind {
    case .text: return nil
    case .year:
      let bytes = Array(value.utf8)
      return YearText.read(bytes, 0..<bytes.count) == nil
        ? "is not a year; write one from 1 to 9999, as in 2023" : nil
    case .amount, .number:
      if number(value) != nil { return nil }
      return isNumber(value)
        ? "has too many digits; 18 are the most"
        : "is not a number; write digits with at most one decimal point, as in -1250.5"
    case .date:
      return isDate(value) ? nil : "is not a date; write a month or a day, 2023-07 or 2023-07-15"
    case .oneOf(let words):
      return words.contains(value) ? nil : "is not known here; write \(list(words))"
    case .someOf(let words):
      let parts = value.split(separator: "+", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      return parts.allSatisfy(words.contains)
        ? nil : "is not known here; write one or more, joined by +, of \(list(words))"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words.last!
  }

  /// A number with a decimal point, as data packages write them.
  static func number(_ text: String) -> PrintedNumber? {
    let bytes = Array(text.utf8)
    switch AmountText.read(bytes, 0..<bytes.count) {
    case .number(let mantissa, let decimals, let mark) where mark != .comma:
      return printed(mantissa, decimals)
    case .ambiguous(let mantissa, .point): return printed(mantissa, 3)
    case .ambiguous(let mantissa, .comma): return printed(mantissa, 0)
    default: return nil
    }
  }

  /// Whether the text is a number, if perhaps one that is too long.
  private static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch AmountText.read(bytes, 0..<bytes.count) {
    case .number(_, _, let mark): return mark != .comma
    case .ambiguous: return true
    case .blank, .notAnAmount: return false
    }
  }

  private static func printed(_ mantissa: Int128, _ decimals: Int) -> PrintedNumber? {
    let kept = min(decimals, 12)
    guard decimals - kept <= 30 else { return nil }
    let rounded = mantissa.dividedRoundingHalfToEven(by: .powerOfTen(decimals - kept))
    return Int64(exactly: rounded).map { PrintedNumber(mantissa: $0, decimals: kept) }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 || parts.count == 3, parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), year >= 1, (1...12).contains(month)
    else { return false }
    guard parts.count == 3 else { return true }
    return Int(parts[2]).map { (1...FiscalYear(year).days(inMonth: month)).contains($0) } ?? false
  }
}
