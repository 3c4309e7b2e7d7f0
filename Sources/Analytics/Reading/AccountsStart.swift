/// What stands above the rows of an `accounts` table: its headings, and the unit of its amounts.
struct AccountsStart {
  let header: AccountsHeader
  let amountUnit: AmountUnit

  /// How many records may stand above the headings, such as titles and notes.
  private static let mostAbove = 29

  /// Reads a text up to its headings.
  ///
  /// - Throws: `SourceErrors` where none are found, where they are not clear, or where two places
  ///   say different amount units.
  init(_ text: inout DelimitedText, options: ReadingOptions) throws {
    var declared: AmountUnit?
    var first: SourceError?
    for _ in 0...AccountsStart.mostAbove {
      guard try text.advance() else { break }
      let cells = text.texts
      if AccountsHeader.isHeader(cells, options: options) {
        header = try AccountsHeader(text, options: options)
        amountUnit = try AccountsStart.settledUnit(declared, header, text, options)
        return
      }
      if first == nil && !text.isBlank { first = AccountsStart.noHeadings(text, cells) }
      declared = declared ?? AmountUnit.declared(inLine: cells)
    }
    throw SourceErrors(
      first
        ?? SourceError(
          "the file is empty; a table needs a heading line and rows",
          at: SourcePosition(file: text.name, line: 1, column: 1)))
  }

  private static func noHeadings(_ text: DelimitedText, _ cells: [String]) -> SourceError {
    text.error(
      cells.joined().unicodeScalars.contains("\0")
        ? "there are NUL characters here, as in UTF-16 without a byte order mark; save the file "
          + "as UTF-8"
        : "no heading is known in the first lines; a table needs columns such as "
          + "'year,unit,subject,budget,outturn' or '年度,单位,科目,年初预算数,决算数', or name "
          + "yours with --map year=HEADING --map unit=HEADING", field: 0)
  }

  private static func settledUnit(
    _ declared: AmountUnit?, _ header: AccountsHeader, _ text: DelimitedText,
    _ options: ReadingOptions
  ) throws -> AmountUnit {
    let named = header.amountUnit ?? declared
    if let declared, let heading = header.amountUnit, declared != heading {
      throw SourceErrors(
        text.error(
          "a heading says that amounts are in \(heading.rawValue), but a line above says "
            + "\(declared.rawValue); leave out the one that is wrong",
          field: header.amountUnitColumn ?? 0))
    }
    if let named, let wanted = options.amountUnit, named != wanted {
      throw SourceErrors(
        text.error(
          "the table says that its amounts are in \(named.rawValue), but \(wanted.rawValue) was "
            + "asked for; leave out the one that is wrong", field: header.amountUnitColumn ?? 0))
    }
    return named ?? options.amountUnit ?? .unit
  }
}
