/// Tables that a run has written, read back.
public enum WrittenTable {
  /// A row, its fields by their place among the columns that were asked for.
  public struct Row {
    fileprivate let text: DelimitedText
    fileprivate let places: [Int]

    public subscript(_ column: Int) -> String { text.text(places[column]) }

    /// Whether a field is a word, without making a `String` of it.
    public func has(_ word: String, at column: Int) -> Bool {
      let field = text.fields[places[column]]
      return text.buffer[field.start..<field.end].elementsEqual(word.utf8)
    }

    /// An amount as it is printed, in hundredths of the currency unit; nil where it is none.
    public func money(_ column: Int, in unit: AmountUnit) -> Money? {
      PrintedNumber(field: self[column])?.money(in: unit)
    }

    public func error(_ message: String, column: Int) -> SourceError {
      text.error(message, field: places[column])
    }
  }

  /// Calls `body` with every row.
  ///
  /// - Parameter columns: Those that are needed.
  /// - Throws: `SourceErrors` where the text is no such table, or what `body` throws.
  public static func forEachRow(
    of source: any ByteSource, columns: [String], _ body: (Row) throws -> Void
  ) throws {
    try withFallbackEncoding(source) { blocks in
      do {
        var text = try DelimitedText(blocks, delimiter: UInt8(ascii: ","))
        let headings = try text.advance() ? text.texts : []
        let places = try columns.map { column in
          guard let place = headings.firstIndex(of: column) else {
            throw text.error("there is no column '\(column)'; a run's own table has it", at: 0)
          }
          return place
        }
        while try text.advance() {
          guard text.fields.count == headings.count else {
            throw text.error(
              "\(text.fieldCount) under \(headings.count) headings; the file is not whole",
              field: 0)
          }
          try body(Row(text: text, places: places))
        }
      } catch let error as SourceError {
        throw SourceErrors(error)
      }
    }
  }
}

extension PrintedNumber {
  /// Hundredths of the currency unit, rounded half to even; nil where they do not fit.
  func money(in unit: AmountUnit) -> Money? {
    let scaled = Int128(mantissa) * Int128(unit.cents)
    let cents = scaled.dividedRoundingHalfToEven(by: .powerOfTen(decimals))
    return Int64(exactly: cents).map(Money.init(cents:))
  }
}
