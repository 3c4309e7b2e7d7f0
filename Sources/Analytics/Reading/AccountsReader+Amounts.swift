// The amounts of a row, and those that only the rest of the file decides.

extension AccountsReader {
  mutating func readAmounts(_ key: CellKey, _ year: FiscalYear) -> StageAmounts {
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

  private func ambiguityError(_ index: Int, _ mantissa: Int128, _ mark: DecimalMark)
    -> SourceError
  {
    text.error(
      "\(text.text(index).quoted) may be \(mantissa), or \(mantissa / 1000) and three decimals, and "
        + "nothing else in the file decides; say --decimal point or --decimal comma", field: index)
  }

  /// Decides the amounts that their own text does not: by the column, then the file.
  mutating func resolveAmbiguous() {
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
