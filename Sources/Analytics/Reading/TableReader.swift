/// Reads a small table by its schema: every field is checked before any is used.
struct TableReader {
  private(set) var table: TextTable
  private(set) var errors = SourceErrors()
  private(set) var unknownColumns: [String] = []
  private(set) var doubt: ReadingNote?
  let encoding: TextEncoding
  private let name: TableName
  private let missing: Set<String>
  /// By the file's columns; nil for one that is kept aside.
  private var columns: [ColumnReader?] = []

  static func read(
    _ source: any ByteSource, as table: TableName, delimiter: UInt8?, missingValues: Set<String>
  ) throws -> TableReader {
    try withFallbackEncoding(source) { blocks in
      var text = try DelimitedText(blocks, delimiter: delimiter)
      var reader = TableReader(text, table, missingValues)
      do {
        try reader.readAll(&text)
      } catch let error as SourceError {
        reader.errors.append(error)
      }
      guard reader.errors.isEmpty else { throw reader.errors }
      return reader
    }
  }

  private init(_ text: DelimitedText, _ name: TableName, _ missing: Set<String>) {
    table = TextTable(file: text.name, delimiter: text.delimiter)
    encoding = text.encoding
    self.name = name
    self.missing = missing
  }

  private mutating func readAll(_ text: inout DelimitedText) throws {
    guard try text.advance() else {
      throw SourceError(
        "the file is empty; the table needs a heading line: "
          + name.columns.map(\.name).joined(separator: ","),
        at: SourcePosition(file: text.name, line: 1, column: 1))
    }
    guard let header = readHeader(text) else { return }
    columns = header.map { $0.map { ColumnReader($0, of: name, missing: missing) } }
    while try text.advance() {
      if text.isBlank { continue }
      readRow(text)
    }
    doubt = text.doubt
    table.set(header.map { $0?.name }, columns.map { $0?.column })
    columns = []
  }

  private mutating func readHeader(_ text: DelimitedText) -> [ColumnSchema?]? {
    let headings = text.texts.map { $0.trimmed.lowercased() }
    let known = name.columns
    for column in known where column.isRequired && !headings.contains(column.name) {
      errors.append(
        text.error(
          "\(name.rawValue) has no column '\(column.name)'; its columns are: "
            + known.map(\.name).joined(separator: ", "), field: 0))
    }
    for (index, heading) in headings.enumerated() where headings[..<index].contains(heading) {
      errors.append(text.error("two columns are headed '\(heading)'; keep one", field: index))
    }
    unknownColumns = headings.filter { heading in !known.contains { $0.name == heading } }
    return errors.isEmpty
      ? headings.map { heading in known.first { $0.name == heading } } : nil
  }

  private mutating func readRow(_ text: DelimitedText) {
    let surplus = text.fields.dropFirst(columns.count)
    guard text.fields.count >= columns.count, surplus.allSatisfy({ text.isBlank($0) }) else {
      errors.append(
        text.error(
          "\(text.fieldCount) under \(columns.count) headings; a row needs a field for "
            + "each heading, and quotes around a field that holds the separator",
          field: min(columns.count, text.fields.count)))
      return
    }
    for index in columns.indices {
      if let problem = columns[index]?.read(text.fields[index], of: text) {
        errors.append(text.error(problem, field: index))
      }
    }
    table.append(text)
  }
}
