// The cell that a row fills, and rows that fill it twice.

extension AccountsReader {
  mutating func add(
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

  func contradiction(
    _ line: Int, _ stage: Stage, _ key: CellKey, _ year: FiscalYear
  ) -> String {
    let cell = keyText(key).isEmpty ? "" : " of \(keyText(key))"
    return "line \(line) has another \(stage.rawValue)\(cell) in \(year); "
      + (isTotal(key)
        ? differentTotals : "keep one of the two, or tell them apart by a further column")
  }

  /// Whether a row says itself that it is the total of something.
  private func isTotal(_ key: CellKey) -> Bool {
    guard options.isLoneFile || !options.totalCodes.isEmpty else { return false }
    return key.unit == CellKey.all || key.subject == CellKey.all
  }

  /// Totals of pages or headings have no key of their own.
  private var differentTotals: String {
    let words = ["all"] + options.totalCodes.sorted()
    return "rows coded \(words.joined(separator: " or ")) that differ are totals of different "
      + "things, such as the pages of a table: leave them out, or write for each the code of what "
      + "it is the total of, with --map unit_parent=HEADING for a column that says what belongs "
      + "to it"
  }

  private func keyText(_ key: CellKey) -> String {
    key.cut.dimensions.map { "\($0.name) '\(accounts[$0].code(key[$0]))'" }
      .joined(separator: ", ")
  }
}
