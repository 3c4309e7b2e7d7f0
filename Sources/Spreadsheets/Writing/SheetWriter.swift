internal import CXLSXWriter

/// Writes one sheet into a workbook of the library.
struct SheetWriter {
  private let sheet: Worksheet
  private let target: UnsafeMutablePointer<lxw_worksheet>
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let formats: FormatCache
  private let texts: CTexts

  init(
    _ sheet: Worksheet, _ target: UnsafeMutablePointer<lxw_worksheet>,
    _ book: UnsafeMutablePointer<lxw_workbook>, _ formats: FormatCache, _ texts: CTexts
  ) {
    self.sheet = sheet
    self.target = target
    self.book = book
    self.formats = formats
    self.texts = texts
  }

  func write() throws(SpreadsheetError) {
    worksheet_outline_settings(target, 1, 0, 0, 0)  // sums stand above what they sum
    try writeColumns()
    for (number, row) in sheet.rows.enumerated() { try write(row, number) }
    for merged in sheet.merged { try write(merged) }
    try setView()
    try PageWriter(sheet.print, target).write(place)
    for rule in sheet.inputRules { try write(rule) }
    for highlight in sheet.highlights { try write(highlight) }
    for chart in sheet.charts {
      try ChartWriter(chart, book, texts).insert(into: target, place)
    }
  }

  private var place: String { "sheet \(sheet.name)" }

  private func writeColumns() throws(SpreadsheetError) {
    for (number, column) in sheet.columns.enumerated() {
      var options = lxw_row_col_options(
        hidden: 0, level: UInt8(column.outlineLevel), collapsed: 0)
      let at = lxw_col_t(number)
      try check(
        worksheet_set_column_opt(target, at, at, column.width, nil, &options),
        "\(place), column \(number + 1)")
    }
  }

  private func write(_ row: SheetRow, _ number: Int) throws(SpreadsheetError) {
    if row.outlineLevel > 0 || row.height != nil {
      var options = lxw_row_col_options(
        hidden: 0, level: UInt8(min(row.outlineLevel, SheetRow.deepestOutline)), collapsed: 0)
      try check(
        worksheet_set_row_opt(
          target, lxw_row_t(number), row.height ?? usualHeight, nil, &options),
        "\(place), row \(number + 1)")
    }
    for column in row.cells.indices where !row.cells[column].isEmpty {
      try check(
        write(row.cells[column], lxw_row_t(number), lxw_col_t(column)),
        "\(place), cell \(CellPlace(row: number, column: column).name)")
    }
  }

  private func write(_ cell: SheetCell, _ row: lxw_row_t, _ column: lxw_col_t) -> lxw_error {
    let format = formats.format(cell.style)
    switch cell.content {
    case .blank:
      return worksheet_write_blank(target, row, column, format)
    case .text(let text):
      return worksheet_write_string(target, row, column, SafeText.cell(text), format)
    case .number(let number):
      return worksheet_write_number(target, row, column, number, format)
    case .formula(let formula, cached: .number(let value)):
      return worksheet_write_formula_num(target, row, column, formula, format, value)
    case .formula(let formula, cached: .text(let value)):
      return worksheet_write_formula_str(target, row, column, formula, format, value)
    case .link(let text, let sheet):
      return worksheet_write_url_opt(
        target, row, column, "internal:\(quoted(sheet: sheet))!A1", format, SafeText.cell(text),
        nil)
    }
  }

  private func write(_ merged: MergedText) throws(SpreadsheetError) {
    let (first, last) = (merged.range.first, merged.range.last)
    try check(
      worksheet_merge_range(
        target, lxw_row_t(first.row), lxw_col_t(first.column), lxw_row_t(last.row),
        lxw_col_t(last.column), SafeText.cell(merged.text), formats.format(merged.style)),
      "\(place), cells \(merged.range.name)")
  }

  private func setView() throws(SpreadsheetError) {
    if sheet.frozen.row > 0 || sheet.frozen.column > 0 {
      worksheet_freeze_panes(target, lxw_row_t(sheet.frozen.row), lxw_col_t(sheet.frozen.column))
    }
    worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    if let tab = sheet.tab { worksheet_set_tab_color(target, tab.rgb) }
    guard let filter = sheet.filter else { return }
    try check(
      worksheet_autofilter(
        target, lxw_row_t(filter.first.row), lxw_col_t(filter.first.column),
        lxw_row_t(filter.last.row), lxw_col_t(filter.last.column)), "\(place), filter")
  }

  private func write(_ rule: InputRule) throws(SpreadsheetError) {
    var validation = lxw_data_validation()
    switch rule.allowed {
    case .number(let low, let high):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = low
      validation.maximum_number = high
    case .list(let cells):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = texts.pointer("=\(cells)")
    }
    validation.input_title = title(rule.promptTitle)
    validation.input_message = message(rule.prompt)
    validation.error_title = title(rule.errorTitle)
    validation.error_message = message(rule.error)
    let (first, last) = (rule.range.first, rule.range.last)
    try check(
      worksheet_data_validation_range(
        target, lxw_row_t(first.row), lxw_col_t(first.column), lxw_row_t(last.row),
        lxw_col_t(last.column), &validation), "\(place), input \(rule.range.name)")
  }

  private func title(_ text: String) -> UnsafeMutablePointer<CChar> {
    texts.pointer(SafeText.line(text, to: SafeText.longestPromptTitle))
  }

  private func message(_ text: String) -> UnsafeMutablePointer<CChar> {
    texts.pointer(SafeText.line(text, to: SafeText.longestPrompt))
  }

  private func write(_ highlight: Highlight) throws(SpreadsheetError) {
    var format = lxw_conditional_format()
    format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    format.value_string = texts.pointer("=\(highlight.formula)")
    format.format = formats.highlight(highlight.ink, highlight.fill)
    let (first, last) = (highlight.range.first, highlight.range.last)
    try check(
      worksheet_conditional_format_range(
        target, lxw_row_t(first.row), lxw_col_t(first.column), lxw_row_t(last.row),
        lxw_col_t(last.column), &format), "\(place), highlight \(highlight.range.name)")
  }
}

/// In points.
private let usualHeight = 15.0
