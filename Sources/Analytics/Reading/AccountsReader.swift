/// What reading an `accounts` table gives besides its cells.
struct AccountsReading {
  var accounts: Accounts
  var encoding: TextEncoding
  var rows: Int
  var amountUnit: AmountUnit
  /// The most decimals that an amount is printed with.
  var decimals: Int
  var notes: [ReadingNote]
}

/// Reads an `accounts` table from bytes to columns, in one pass over its records.
struct AccountsReader {
  private let options: ReadingOptions
  private var text: DelimitedText
  private var header: AccountsHeader
  private var amountUnit: AmountUnit
  private var accounts = Accounts()
  private var amounts: AmountColumns
  private var errors = SourceErrors()
  private var late: [LateError] = []
  private var rows = 0
  private var tally = ReadingTally()
  /// Lines that repeat earlier ones, if their ambiguous amounts do.
  private var undecided: Set<Int> = []

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
    var declared: AmountUnit?
    var found: AccountsHeader?
    var first: SourceError?
    for _ in 0..<30 {
      guard try text.advance() else { break }
      let cells = text.texts
      if AccountsHeader.isHeader(cells, options: options) {
        found = try AccountsHeader(text, options: options)
        break
      }
      if first == nil && !text.isBlank {
        first = text.error(
          cells.joined().unicodeScalars.contains("\0")
            ? "there are NUL characters here, as in UTF-16 without a byte order mark; save the file "
              + "as UTF-8"
            : "no heading is known in the first lines; a table needs columns such as "
              + "'year,unit,subject,budget,outturn' or '年度,单位,科目,年初预算数,决算数', or name "
              + "yours with --map year=HEADING --map unit=HEADING", field: 0)
      }
      declared = declared ?? AmountUnit.declared(inLine: cells)
    }
    guard let found else {
      throw SourceErrors(
        first
          ?? SourceError(
            "the file is empty; a table needs a heading line and rows",
            at: SourcePosition(file: text.name, line: 1, column: 1)))
    }
    header = found
    amountUnit = try AccountsReader.settledUnit(declared, found, text, options)
    amounts = AmountColumns(columns: found.columns.count, mark: options.decimalMark)
    for kind in SpendingKind.allCases { accounts[.kind].add(kind) }
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

  /// - Parameter blocks: The text that was begun.
  private mutating func readAll(_ blocks: TextBlocks) throws -> AccountsReading {
    do {
      while try text.advance() { readRecord() }
    } catch let error as SourceError {
      errors.append(error)
    }
    resolveAmbiguous()
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
    return AccountsReading(
      accounts: accounts, encoding: text.encoding, rows: rows, amountUnit: amountUnit,
      decimals: amounts.decimals(in: amountUnit),
      notes: tally.notes(
        file: text.name, unknownHeadings: header.unknown, rounded: amounts.rounded,
        dashes: amounts.dashes))
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
            ? "quote a field that holds the separator" : "a row needs a field for each heading"),
        field: min(wanted, text.fields.count)))
    return false
  }

  private mutating func add(
    _ key: CellKey, _ year: FiscalYear, _ printed: StageAmounts, isDerived: Bool
  ) {
    switch accounts.add(key, year: year, amounts: printed, line: text.line) {
    case .added: break
    case .repeated where isDerived: break  // its amounts are still to be computed
    case .repeated where amounts.pending.last?.line == text.line: undecided.insert(text.line)
    case .repeated: tally.repeatedLines.append(text.line)
    case .contradicts(let line, let stage):
      let index = header.stages.firstIndex(of: stage) ?? 0
      errors.append(text.error(contradiction(line, stage, key, year), field: index))
    }
  }

  private func contradiction(
    _ line: Int, _ stage: Stage, _ key: CellKey, _ year: FiscalYear
  ) -> String {
    let cell = keyText(key).isEmpty ? "" : " of \(keyText(key))"
    return "line \(line) has another \(stage.rawValue)\(cell) in \(year); keep one of the two, or "
      + "tell them apart by a further column"
  }

  private func keyText(_ key: CellKey) -> String {
    key.cut.dimensions.map { "\($0.name) '\(accounts[$0].code(key[$0]))'" }
      .joined(separator: ", ")
  }

  // MARK: Fields

  private func range(_ index: Int) -> Range<Int> {
    text.fields[index].start..<text.fields[index].end
  }

  private func isMissing(_ index: Int) -> Bool {
    let field = text.fields[index]
    if field.start == field.end { return true }
    return !options.missingValues.isEmpty && options.missingValues.contains(text.text(field))
  }

  private mutating func readYear(_ index: Int) -> FiscalYear? {
    if let year = YearText.read(text.buffer, range(index)) { return year }
    let problem =
      text.isBlank(text.fields[index])
      ? "the year is blank" : "\(text.text(index).quoted) is not a year"
    errors.append(
      text.error("\(problem); write one from 1 to 9999, as in 2023", field: index))
    return nil
  }

  private mutating func readCode(_ index: Int, _ dimension: Dimension) -> Int32 {
    let field = text.fields[index]
    if isMissing(index) || text.isBlank(field) {
      guard options.isLoneFile, dimension == .unit || dimension == .subject else {
        return CellKey.all
      }
      tally.blankCodes[dimension, default: 0] += 1
      return accounts[dimension].codes.intern("")
    }
    if field.end - field.start == 3, text.text(field).lowercased() == "all" { return CellKey.all }
    if field.hasDoubledQuotes { return accounts[dimension].codes.intern(text.text(field)) }
    return accounts[dimension].codes.intern(text.buffer, range(index))
  }

  private mutating func readKind(_ index: Int) -> Int32 {
    if isMissing(index) { return CellKey.all }
    let word = text.text(index).trimmed
    if word.isEmpty || word == "all" { return CellKey.all }
    if let kind = SpendingKind(word: word) { return accounts[.kind].codes.intern(kind.rawValue) }
    errors.append(
      text.error(
        "\(word.quoted) is not a kind; write basic, personnel, operating or project "
          + "(基本支出, 人员经费, 公用经费, 项目支出)", field: index))
    return CellKey.all
  }

  private mutating func readBasis(_ index: Int) -> Bool {
    let word = text.text(index).trimmed
    switch word {
    case "", "printed": return false
    case "derived": return true
    default:
      errors.append(
        text.error("\(word.quoted) is not a basis; write printed or derived", field: index))
      return false
    }
  }

  private mutating func readNames(_ key: CellKey, _ year: FiscalYear) {
    for (index, column) in header.columns.enumerated() {
      let dimension: Dimension
      switch column {
      case .unitName: dimension = .unit
      case .subjectName: dimension = .subject
      default: continue
      }
      let member = key[dimension]
      guard member != CellKey.all, !accounts[dimension].hasName(member, asOf: year.number),
        !isMissing(index)
      else { continue }
      accounts[dimension].setName(text.text(index).trimmed, of: member, year: year.number)
    }
  }

  private mutating func readAmounts(_ key: CellKey, _ year: FiscalYear) -> StageAmounts {
    var printed = StageAmounts()
    for (index, stage) in header.stages.enumerated() {
      guard let stage, !isMissing(index) else { continue }
      let plane = AmountColumns.Plane(year, stage)
      switch amounts.read(text.buffer, range(index), index, plane, line: text.line, amountUnit) {
      case .cents(let cents): printed[stage] = cents
      case .blank: break
      case .pending(let mantissa, let mark):
        amounts.pending.append(
          AmountColumns.Pending(
            column: index, key: key, year: year, stage: stage, mantissa: mantissa, mark: mark,
            line: text.line,
            error: amounts.pending.count < SourceErrors.listed
              ? ambiguityError(index, mantissa, mark) : nil))
      case .problem(let message):
        errors.append(text.error("\(text.text(index).quoted) \(message)", field: index))
      }
    }
    return printed
  }

  private func ambiguityError(_ index: Int, _ mantissa: Int128, _ mark: DecimalMark) -> SourceError
  {
    text.error(
      "\(text.text(index).quoted) may be \(mantissa), or \(mantissa / 1000) and three decimals, and "
        + "nothing else in the file decides; say --decimal point or --decimal comma", field: index)
  }

  private mutating func readDerivation(
    _ key: CellKey, _ year: FiscalYear, _ expression: (index: Int, text: String),
    isDerived: Bool, printed: StageAmounts
  ) {
    guard isDerived else {
      errors.append(
        text.error(
          "an expression stands in a row that is not derived; set basis to derived, or clear it",
          field: expression.index))
      return
    }
    do {
      for assignment in try StageAssignment.list(parsing: expression.text) {
        accounts.derivations.append(
          Accounts.Derivation(
            key: key, year: year, stage: assignment.stage, expression: assignment.expression,
            line: text.line))
        if printed[assignment.stage] != Accounts.absent {
          errors.append(
            text.error(
              "the \(assignment.stage.rawValue) is both written and derived; clear one",
              field: header.stages.firstIndex(of: assignment.stage) ?? expression.index))
        }
      }
    } catch {
      errors.append(
        text.error(
          "in the expression: \(error.message)", field: expression.index,
          character: error.column - 1))
    }
  }

  // MARK: After the last record

  /// Decides the amounts that their own text does not: by the column, then the file.
  private mutating func resolveAmbiguous() {
    for pending in amounts.pending {
      if amounts.isContradictory(pending.column) { continue }  // an error of its own
      guard let mark = amounts.mark(ofColumn: pending.column) else {
        if let error = pending.error { errors.append(error) } else { errors.appendUnlisted() }
        continue
      }
      let decimals = mark == pending.mark ? 3 : 0
      let plane = AmountColumns.Plane(pending.year, pending.stage)
      guard let cents = amounts.cents(pending.mantissa, decimals, plane, amountUnit) else {
        late.append(
          LateError(
            message: "the amount \(AmountColumns.tooLarge)", line: pending.line,
            field: .index(pending.column)))
        continue
      }
      var printed = StageAmounts()
      printed[pending.stage] = cents
      let outcome = accounts.add(
        pending.key, year: pending.year, amounts: printed, line: pending.line)
      switch outcome {
      case .added: undecided.remove(pending.line)
      case .repeated: break
      case .contradicts(let line, let stage):
        late.append(
          LateError(
            message: contradiction(line, stage, pending.key, pending.year), line: pending.line,
            field: .index(pending.column)))
      }
    }
    tally.repeatedLines = (tally.repeatedLines + undecided).sorted()
  }
}
