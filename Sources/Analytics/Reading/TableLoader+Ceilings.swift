extension TableLoader {
  func loadCeilings(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    for row in rows(.ceilings) {
      let kind = row["kind"].flatMap { SpendingKind(word: $0.trimmed) }
      if let word = row["kind"], kind == nil {
        errors.append(
          row.error(
            "\(word.quoted) is no kind of expenditure; write basic, personnel, operating or project",
            column: "kind"))
      }
      guard let year = row.year("year"), let rule = row["rule"].flatMap(Ceiling.Rule.init),
        let limit = ceilingLimit(row, dataset.amountUnit, &errors)
      else { continue }
      dataset.ceilings.append(
        Ceiling(
          year: year, stage: row["stage"].flatMap(Stage.init) ?? .budget, unit: row.code("unit"),
          subject: row.code("subject"), kind: kind, role: row.code("role"), fund: row.code("fund"),
          rule: rule,
          limit: limit, reason: row["reason"], source: row["source"], place: row.place))
    }
  }

  private func ceilingLimit(
    _ row: TableRow, _ unit: AmountUnit, _ errors: inout SourceErrors
  ) -> Ceiling.Limit? {
    switch (row.money("amount", in: unit), row.number("of_last")) {
    case (let amount?, nil): return .amount(amount)
    case (nil, let ratio?): return .ofLast(ratio)
    case (nil, nil):
      errors.append(
        row.error("a row needs an amount, or of_last as a ratio such as 1.05", column: "rule"))
    case (_?, _?):
      errors.append(row.error("a row needs amount or of_last and not both", column: "of_last"))
    }
    return nil
  }
}
