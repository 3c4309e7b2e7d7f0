/// The columns of `movements`, each text of them read once.
struct MovementColumns {
  private let dates: CodedColumn<Date>
  private let units: CodedColumn<String>
  private let categories: CodedColumn<String>
  private let deltas: CodedColumn<PrintedNumber>
  private let reasons: CodedColumn<String>
  private let toUnits: CodedColumn<String>
  private let toCategories: CodedColumn<String>
  private let states: CodedColumn<String>
  private let rows: Range<Int>

  private struct Date {
    let year: FiscalYear
    let month: Int
    let partBefore: Int?

    /// - Parameter text: Checked by the table's schema.
    init(_ text: String, _ calendar: FiscalCalendar) {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      let year = FiscalYear(parts[0])
      (self.year, month) = calendar.month(parts[1], of: year)
      partBefore = parts.count > 2 ? (parts[2] - 1) * 1000 / year.days(inMonth: parts[1]) : nil
    }
  }

  init(_ table: TextTable, _ calendar: FiscalCalendar) {
    func texts(_ name: String) -> CodedColumn<String> { table.column(name).compactMap(\.text) }
    dates = texts("date").compactMap { Date($0, calendar) }
    (units, categories) = (texts("unit"), texts("category"))
    deltas = table.column("delta").compactMap(\.number)
    (reasons, states) = (texts("reason"), texts("status"))
    (toUnits, toCategories) = (texts("to_unit"), texts("to_category"))
    rows = table.indices
  }

  /// As many as rows: a date, a unit, a category and a delta stand in each.
  var movements: [Movement] {
    rows.map { row in
      let date = dates[row]!
      return Movement(
        year: date.year, month: date.month, partBefore: date.partBefore, unit: units[row]!,
        category: categories[row]!, delta: deltas[row]!, reason: reasons[row] ?? "",
        toUnit: toUnits[row], toCategory: toCategories[row], status: states[row] ?? "actual")
    }
  }
}
