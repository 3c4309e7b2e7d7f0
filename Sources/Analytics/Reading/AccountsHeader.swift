/// Which column of a file holds what, found from its headings.
struct AccountsHeader {
  /// What each column holds; nil for a column that is kept aside.
  private(set) var columns: [AccountsColumn?] = []
  /// The stage each amount column fills.
  private(set) var stages: [Stage?] = []
  private(set) var amountUnit: AmountUnit?
  /// The first column whose heading names the amount unit.
  private(set) var amountUnitColumn: Int?
  /// Headings that mean nothing here.
  private(set) var unknown: [String] = []

  var hasSubject: Bool { columns.contains(.subject) }

  /// Whether a record can be the heading: it names the year and an amount, or all mapped columns.
  static func isHeader(_ cells: [String], options: ReadingOptions) -> Bool {
    let headings = cells.map { Heading($0).words }
    func has(_ column: AccountsColumn) -> Bool {
      if let mapped = options.map[column] { return cells.contains { $0.trimmed == mapped.trimmed } }
      return headings.contains { column.headings.contains($0) }
    }
    let known = AccountsColumn.allCases.filter(has).count
    return known >= 2 && (has(.year) || has(.unit))
  }

  /// - Throws: `SourceErrors` with all that is missing, doubled or unclear.
  init(_ text: DelimitedText, options: ReadingOptions) throws {
    let cells = text.texts
    var errors = SourceErrors()
    columns = cells.map { _ in nil }
    try assignMapped(cells, text, options, &errors)
    assignKnown(cells, text, options, &errors)
    if !hasSubject { columns = columns.map { $0 == .subjectParent ? nil : $0 } }
    stages = columns.map { $0?.stage }
    settleStages(text, &errors)
    settleAmountUnit(cells, text, options, &errors)
    requireColumns(cells, text, options, &errors)
    guard errors.isEmpty else { throw errors }
    unknown = zip(cells, columns).filter { $1 == nil }.map { $0.0.trimmed }
  }

  private mutating func assignMapped(
    _ cells: [String], _ text: DelimitedText, _ options: ReadingOptions,
    _ errors: inout SourceErrors
  ) throws {
    for (column, heading) in options.map.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let places = cells.indices.filter { cells[$0].trimmed == heading.trimmed }
      guard let index = places.first else {
        let there = cells.map(\.trimmed).joined(separator: ", ")
        errors.append(
          text.error(
            "no column is headed '\(heading)', which --map names for \(column.rawValue); "
              + "the headings are: \(there)", field: 0))
        continue
      }
      if places.count > 1 { errors.append(text.twice(heading.trimmed, field: places[1])) }
      if let other = columns[index] {
        errors.append(
          text.error(
            "'\(heading)' is mapped to \(other.rawValue) and to \(column.rawValue); a column "
              + "holds one thing", field: index))
      }
      columns[index] = column
    }
  }

  private mutating func assignKnown(
    _ cells: [String], _ text: DelimitedText, _ options: ReadingOptions,
    _ errors: inout SourceErrors
  ) {
    for column in AccountsColumn.allCases
    where options.map[column] == nil && !isNameOfAnother(column, options) {
      let matches = cells.indices.filter {
        columns[$0] == nil && column.headings.contains(Heading(cells[$0]).words)
      }
      guard let first = bestMatch(matches, cells, column) else { continue }
      columns[first] = column
      for other in matches where other != first {
        if cells[other].trimmed == cells[first].trimmed {
          errors.append(text.twice(cells[other].trimmed, field: other))
        } else if let name = column.nameColumn, !cells.contains(where: { Heading($0).means(name) }),
          options.map[name] == nil, !columns.contains(name)
        {
          columns[other] = name
        } else {
          errors.append(
            text.error(
              "'\(cells[other].trimmed)' and '\(cells[first].trimmed)' both mean "
                + "\(column.rawValue); say which with --map \(column.rawValue)=HEADING",
              field: other))
        }
      }
    }
  }

  /// Whether codes are taken from a foreign column, to which the names and parents here do not
  /// belong.
  private func isNameOfAnother(_ column: AccountsColumn, _ options: ReadingOptions) -> Bool {
    let code: AccountsColumn? =
      switch column {
      case .unitName, .unitParent: .unit
      case .subjectName, .subjectParent: .subject
      default: nil
      }
    guard let code, let heading = options.map[code] else { return false }
    return !code.headings.contains(Heading(heading).words)
  }

  /// Of several headings for one column the one that says code: 单位编码 before 单位.
  private func bestMatch(_ matches: [Int], _ cells: [String], _ column: AccountsColumn) -> Int? {
    matches.min { a, b in
      column.headings.firstIndex(of: Heading(cells[a]).words)!
        < column.headings.firstIndex(of: Heading(cells[b]).words)!
    }
  }

  /// Gives a bare 预算数, an estimate and a bare amount their stage, where that is clear; in this
  /// order, whatever the order of the columns.
  private mutating func settleStages(_ text: DelimitedText, _ errors: inout SourceErrors) {
    if let index = columns.firstIndex(of: .bareBudget) {
      if let problem = bareBudgetProblem(text.text(index).trimmed) {
        errors.append(text.error(problem, field: index))
      } else {
        stages[index] = .budget
      }
    }
    if let index = columns.firstIndex(of: .estimate) {
      settle(index, isFree: !stages.contains(.outturn))
    }
    if let index = columns.firstIndex(of: .amount) {
      settle(index, isFree: stages.allSatisfy { $0 == nil })
    }
  }

  private mutating func settle(_ index: Int, isFree: Bool) {
    if isFree { stages[index] = .outturn } else { columns[index] = nil }
  }

  /// Why a heading that says only 预算数 does not say which budget it is.
  private func bareBudgetProblem(_ heading: String) -> String? {
    if stages.contains(.budget) {
      return "'\(heading)' beside the initial budget may be the revised one; if it is, say so with "
        + "--map revised=\(heading)"
    }
    guard stages.contains(.outturn) else { return nil }
    return "'\(heading)' beside final accounts may be the initial or the revised budget; say which "
      + "with --map budget=\(heading) or --map revised=\(heading)"
  }

  private mutating func settleAmountUnit(
    _ cells: [String], _ text: DelimitedText, _ options: ReadingOptions,
    _ errors: inout SourceErrors
  ) {
    for index in cells.indices where stages[index] != nil {
      guard let unit = Heading(cells[index]).amountUnit else { continue }
      if let amountUnit, amountUnit != unit {
        errors.append(
          text.error(
            "this column is in \(unit.rawValue), another in \(amountUnit.rawValue); bring all "
              + "amounts to one unit", field: index))
      }
      amountUnit = unit
      if amountUnitColumn == nil { amountUnitColumn = index }
    }
  }

  private func requireColumns(
    _ cells: [String], _ text: DelimitedText, _ options: ReadingOptions,
    _ errors: inout SourceErrors
  ) {
    let there = cells.map(\.trimmed).joined(separator: ", ")
    for column in [AccountsColumn.year, .unit]
    where !columns.contains(column) && options.map[column] == nil {
      errors.append(
        text.error(
          "no column for \(column.rawValue): head one '\(column.rawValue)', or name yours "
            + "with --map \(column.rawValue)=HEADING; the headings are: \(there)" + wide(cells),
          field: 0))
    }
    if let index = cells.firstIndex(where: { ["stage", "阶段"].contains($0.trimmed.lowercased()) }),
      columns.contains(.amount)
    {
      errors.append(
        text.error(
          "a stage in every row beside one amount is not read; give each stage a column of its "
            + "own: budget, revised, outturn", field: index))
    }
    if errors.isEmpty && stages.allSatisfy({ $0 == nil }) {
      errors.append(
        text.error(
          "no column for an amount: head one 'budget', 'revised' or 'outturn', or name yours "
            + "with --map outturn=HEADING; the headings are: \(there)" + wide(cells), field: 0))
    }
  }

  /// What to do where each year has a column.
  private func wide(_ cells: [String]) -> String {
    let years = cells.filter { cell in
      let bytes = Array(cell.utf8)
      return YearText.read(bytes, 0..<bytes.count).map { $0.number > 1900 } ?? false
    }
    return years.count < 2
      ? ""
      : "; years such as \(years[0]) and \(years[1]) are headings: turn the table, so that each "
        + "row has its year and an amount"
  }
}

extension AccountsColumn {
  /// The column for the names of what this column has codes of.
  fileprivate var nameColumn: AccountsColumn? {
    switch self {
    case .unit: .unitName
    case .subject: .subjectName
    default: nil
    }
  }
}

extension Heading {
  fileprivate func means(_ column: AccountsColumn) -> Bool { column.headings.contains(words) }
}

extension DelimitedText {
  fileprivate func twice(_ heading: String, field index: Int) -> SourceError {
    error("two columns are headed '\(heading)'; rename or remove one", field: index)
  }
}
