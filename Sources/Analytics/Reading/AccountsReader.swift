/// Reads an `accounts` table from bytes to columns, in one pass over its records.
struct AccountsReader {
  let options: ReadingOptions
  var text: DelimitedText
  let header: AccountsHeader
  let amountUnit: AmountUnit
  var accounts = Accounts()
  var amounts: AmountColumns
  var errors = SourceErrors()
  var late: [LateError] = []
  var parents: [NamedParents]
  private var aside: AsideColumns
  private var rows = 0
  var tally = ReadingTally()
  /// Lines that repeat earlier ones, if their ambiguous amounts do.
  var undecided: Set<Int> = []

  /// Reads a source, in UTF-8 or else in GB18030.
  ///
  /// - Throws: `SourceErrors` with everything in the source that is wrong.
  static func read(_ source: any ByteSource, options: ReadingOptions) throws -> AccountsReading {
    try withFallbackEncoding(source) { blocks in
      var reader = try AccountsReader(blocks, options: options)
      return try reader.readAll(blocks)
    }
  }

  private init(_ blocks: TextBlocks, options: ReadingOptions) throws {
    self.options = options
    text = try DelimitedText(blocks, delimiter: options.delimiter)
    let start = try AccountsStart(&text, options: options)
    header = start.header
    amountUnit = start.amountUnit
    amounts = AmountColumns(columns: header.columns.count, mark: options.decimalMark)
    parents = AccountsReader.parentColumns(header)
    aside = AsideColumns(header, text.texts)
    for kind in SpendingKind.allCases { accounts[.kind].add(kind) }
  }

  /// - Parameter blocks: The text that was begun.
  private mutating func readAll(_ blocks: TextBlocks) throws -> AccountsReading {
    do {
      while try text.advance() { readRecord() }
    } catch let error as SourceError {
      errors.append(error)
    }
    resolveAmbiguous()
    placeParents()
    late += amounts.contradictions
    if !late.isEmpty {
      let listed = Array(late.prefix(SourceErrors.listed))
      for error in try LateError.located(listed, in: blocks.again(), delimiter: text.delimiter) {
        errors.append(error)
      }
      for _ in listed.count..<late.count { errors.appendUnlisted() }
    }
    if rows == 0 && errors.isEmpty {
      errors.append(
        SourceError(
          "the table has a heading and no row; write a row for each year, unit and subject",
          at: SourcePosition(file: text.name, line: text.line, column: 1)))
    }
    guard errors.isEmpty else { throw errors.inOrder }
    accounts.dropEmptyYears()
    if accounts.years.isEmpty && accounts.derivations.isEmpty {
      throw SourceErrors(
        SourceError(
          "no row has an amount; fill budget, revised or outturn somewhere",
          at: SourcePosition(file: text.name, line: 1, column: 1)))
    }
    let likelyParents = aside.likelyParents(accounts)
    tally.doubt = text.doubt
    return AccountsReading(
      accounts: accounts, encoding: text.encoding, rows: rows, amountUnit: amountUnit,
      decimals: amounts.decimals(in: amountUnit), likelyParents: likelyParents,
      notes: tally.notes(
        file: text.name,
        aside: ReadingTally.Aside(headings: header.unknown, likelyParents: likelyParents),
        rounded: amounts.rounded, dashes: amounts.dashes))
  }

  private mutating func readRecord() {
    if text.isBlank { return }
    guard hasRightWidth() else { return }
    rows += 1
    var year: FiscalYear?
    var key = CellKey()
    var isDerived = false
    var expression: (index: Int, text: String)?
    for (index, column) in header.columns.enumerated() {
      guard let column else { continue }
      switch column {
      case .year: year = readYear(index)
      case .basis: isDerived = readBasis(index)
      case .expression:
        if !isMissing(index) { expression = (index, text.text(index)) }
      case .kind: key.kind = readKind(index)
      default:
        if let dimension = column.dimension { key[dimension] = readCode(index, dimension) }
      }
    }
    if !header.hasSubject { key.subject = accounts[.subject].codes.intern("") }
    guard let year else { return }
    readNames(key, year)
    readParents(key)
    aside.read(text, key)
    let printed = readAmounts(key, year)
    if let expression {
      readDerivation(key, year, expression, isDerived: isDerived, printed: printed)
    }
    add(key, year, printed, isDerived: expression != nil)
  }

  private mutating func hasRightWidth() -> Bool {
    let wanted = header.columns.count
    if text.fields.count == wanted { return true }
    if text.fields.count > wanted, text.fields[wanted...].allSatisfy({ text.isBlank($0) }) {
      return true
    }
    errors.append(
      text.error(
        "\(text.fieldCount) under \(wanted) headings; "
          + (text.fields.count > wanted
            ? "quote a field that holds the separator" : "a row needs a field for each heading")
          + (text.fields.count == 1 ? "; if it is a note or a heading, take the line out" : ""),
        field: min(wanted, text.fields.count)))
    return false
  }
}
