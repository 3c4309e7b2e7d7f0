/// Reads one column of a small table: each distinct text is looked at once, however many rows have
/// it.
struct ColumnReader {
  /// What a text comes to.
  private struct Reading {
    /// The place of its value, or that of a blank.
    let code: Int32
    /// What is wrong with it, in full.
    let problem: String?
  }

  private let schema: ColumnSchema
  private let mayBeBlank: Bool
  private let missing: Set<String>
  /// Texts as they are written.
  private var written = CodeTable()
  /// By their numbers.
  private var readings: [Reading] = []
  /// The texts of values, and the values by their numbers.
  private var texts = CodeTable()
  private var values: [FieldValue] = []
  private var codes: [Int32] = []

  /// - Parameter missing: Words that stand for a blank.
  init(_ schema: ColumnSchema, of table: TableName, missing: Set<String>) {
    self.schema = schema
    self.missing = missing
    mayBeBlank = !schema.isRequired || table.mayBeBlank.contains(schema.name)
  }

  var column: CodedColumn<FieldValue> { CodedColumn(codes: codes, values: values) }

  /// Takes in the column's field of one more row.
  ///
  /// - Returns: What is wrong with it, or nil.
  mutating func read(_ field: RecordScanner.Field, of text: DelimitedText) -> String? {
    let number =
      field.hasDoubledQuotes
      ? written.intern(text.text(field)) : written.intern(text.buffer, field.start..<field.end)
    if Int(number) == readings.count { readings.append(reading(text.text(field))) }
    let reading = readings[Int(number)]
    codes.append(reading.code)
    return reading.problem
  }

  private mutating func reading(_ written: String) -> Reading {
    // Codes are kept byte for byte; everything else may stand between blanks.
    let value = schema.kind == .text && !written.trimmed.isEmpty ? written : written.trimmed
    if value.isEmpty || missing.contains(value) {
      return Reading(
        code: CodedColumn<FieldValue>.blank,
        problem: mayBeBlank ? nil : "'\(schema.name)' is blank; every row needs one")
    }
    let code = texts.intern(value)
    if Int(code) == values.count { values.append(FieldValue(value, schema.kind)) }
    let problem = values[Int(code)].problem(schema.kind)
    return Reading(code: code, problem: problem.map { "\(value.quoted) \($0)" })
  }
}
