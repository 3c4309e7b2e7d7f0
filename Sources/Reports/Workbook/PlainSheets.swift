import Spreadsheets

/// The sheets that show a table as it is, with the formulas that its columns allow.
enum PlainSheets {
  static func sheet(_ table: Table, _ name: Bilingual, _ context: WorkbookContext) -> Worksheet {
    var plain = PlainSheet(context: context, name: context(name), table: table)
    if table.name.hasPrefix("comparison/") { plain.rules = itemRules }
    if table.name == "staffing/person_years" { plain.rules = headRules }
    var sheet = plain.worksheet()
    if table.name == "findings" { markSeverity(&sheet, context) }
    return sheet
  }

  private static let itemRules: [String: CellRule<String>] = [
    "change": .difference("outturn", "previous"),
    "growth_pct": .growth("outturn", from: "previous"),
    "execution_pct": .percent("outturn", of: "budget"),
    "execution_revised_pct": .percent("outturn", of: "revised"),
    "unexplained": .difference("change", "explained"),
  ]

  private static let headRules: [String: CellRule<String>] = [
    "closing": .balance(plus: ["opening", "joiners"], minus: ["leavers"]),
    "vacancy": .differenceOfBoth("establishment", "closing"),
  ]

  /// Errors in red, warnings in amber.
  private static func markSeverity(_ sheet: inout Worksheet, _ context: WorkbookContext) {
    guard let filter = sheet.filter else { return }
    let range = CellRange(
      rows: (filter.first.row + 1)...filter.last.row, columns: 0...filter.last.column)
    let severity = "$\(CellPlace(row: range.first.row, column: 1).name)"
    sheet.highlights = [
      Highlight(
        range, formula: "\(severity)=\"\(context(CodeWording.severity(.error)))\"",
        ink: Palette.red, fill: Palette.paleRed),
      Highlight(
        range, formula: "\(severity)=\"\(context(CodeWording.severity(.warning)))\"",
        ink: Palette.amber, fill: Palette.paleAmber),
    ]
  }
}
