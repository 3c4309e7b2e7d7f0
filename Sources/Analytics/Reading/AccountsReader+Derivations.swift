// Rows whose amounts an expression computes.

extension AccountsReader {
  mutating func readDerivation(
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
}
