/// Which column of a file holds what, found from its headings.
struct AccountsHeader {
  /// What each column holds; nil for a column that is kept aside.
  private(set) var columns: [AccountsColumn?] = []
  /// The stage each amount column fills.
  private(set) var stages: [Stage?] = []
  private(set) var amountUnit: AmountUnit?
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
    stages = columns.map { $0?.stage }
    settleStages(text, &errors)
    settleAmountUnit(cells, text, options, &errors)
    requireColumns(cells, text, &errors)
    guard errors.isEmpty else { throw errors }
    unknown = zip(cells, columns).filter { $1 == nil }.map { $0.0.trimmed }
  }

  private mutating func assignMapped(
    _ cells: [String], _ text: DelimitedText, _ options: ReadingOptions,
    _ errors: inout SourceErrors
  ) throws {
    for (column, heading) in options.map.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let index = cells.firstIndex(where: { $0.trimmed == heading.trimmed }) else {
        let there = cells.map(\.trimmed).joined(separator: ", ")
        errors.append(
          text.error(
            "no column is headed '\(heading)', which --map names for \(column.rawValue); "
              + "the headings are: \(there)", field: 0))
        continue
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
        if let name = column.nameColumn, !cells.contains(where: { Heading($0).means(name) }),
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

  /// Whether codes are taken from a foreign column, to which the names here do not belong.
  private func isNameOfAnother(_ column: AccountsColumn, _ options: ReadingOptions) -> Bool {
    let code: AccountsColumn? =
      column == .unitName ? .unit : column == .subjectName ? .subject : nil
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

  /// Gives an estimate, a bare amount and a bare 预算数 their stage, where that is clear.
  private mutating func settleStages(_ text: DelimitedText, _ errors: inout SourceErrors) {
    let has = { (stage: Stage, header: AccountsHeader) in header.stages.contains(stage) }
    for index in columns.indices {
      switch columns[index] {
      case .estimate, .amount:
        let free =
          columns[index] == .estimate ? !has(.outturn, self) : stages.allSatisfy { $0 == nil }
        if free { stages[index] = .outturn } else { columns[index] = nil }
      case .bareBudget:
        if has(.outturn, self) || has(.budget, self) {
          errors.append(
            text.error(
              "'\(text.text(index).trimmed)' beside final accounts may be the initial or the "
                + "revised budget; say which with --map budget=\(text.text(index).trimmed) or "
                + "--map revised=\(text.text(index).trimmed)", field: index))
        } else {
          stages[index] = .budget
        }
      default: break
      }
    }
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
    }
  }

  private func requireColumns(
    _ cells: [String], _ text: DelimitedText, _ errors: inout SourceErrors
  ) {
    let there = cells.map(\.trimmed).joined(separator: ", ")
    for column in [AccountsColumn.year, .unit] where !columns.contains(column) {
      errors.append(
        text.error(
          "no column for \(column.rawValue): head one '\(column.headings[0])', or name yours "
            + "with --map \(column.rawValue)=HEADING; the headings are: \(there)", field: 0))
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
            + "with --map outturn=HEADING; the headings are: \(there)", field: 0))
    }
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
