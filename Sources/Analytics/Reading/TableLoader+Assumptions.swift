extension TableLoader {
  /// Rows without a growth say nothing.
  func loadAssumptions(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    for row in unique(.assumptions, ["year", "subject", "kind"], &errors) {
      guard let year = row.year("year"), let growth = row.number("growth_pct") else { continue }
      let kind = row["kind"].flatMap(SpendingKind.init(word:))
      if let word = row["kind"], kind == nil {
        let kinds = SpendingKind.allCases.map { "\($0.rawValue) (\($0.name(.chinese)))" }
        errors.append(
          row.error(
            "'\(word)' is no kind of expenditure; write \(kinds.joined(separator: ", "))",
            column: "kind"))
      }
      dataset.assumptions.append(
        Assumption(
          year: year, subject: row.code("subject"), kind: kind, growth: growth,
          reason: row["reason"]))
    }
    checkGrowth(dataset, &errors)
  }
}
