internal import CXLSXWriter

/// Sets how a sheet is printed.
struct PageWriter {
  private let settings: PrintSettings
  private let target: UnsafeMutablePointer<lxw_worksheet>

  init(_ settings: PrintSettings, _ target: UnsafeMutablePointer<lxw_worksheet>) {
    self.settings = settings
    self.target = target
  }

  func write(_ place: String) throws(SpreadsheetError) {
    if settings.isLandscape {
      worksheet_set_landscape(target)
    } else {
      worksheet_set_portrait(target)
    }
    worksheet_set_paper(target, settings.isA3 ? 8 : 9)
    worksheet_set_margins(target, 0.5, 0.5, 0.7, 0.65)  // inches: left, right, top, bottom
    worksheet_fit_to_pages(target, UInt16(settings.pagesAcross), settings.isOnePage ? 1 : 0)
    if settings.isOnePage { worksheet_center_horizontally(target) }
    if let rows = settings.headingRows {
      try check(
        worksheet_repeat_rows(target, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)),
        "\(place), heading rows")
    }
    if let columns = settings.headingColumns {
      try check(
        worksheet_repeat_columns(
          target, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound)),
        "\(place), heading columns")
    }
    if let area = settings.area {
      try check(
        worksheet_print_area(
          target, lxw_row_t(area.first.row), lxw_col_t(area.first.column),
          lxw_row_t(area.last.row), lxw_col_t(area.last.column)), "\(place), print area")
    }
    try check(worksheet_set_header(target, command(settings.header)), "\(place), header")
    try check(worksheet_set_footer(target, command(settings.footer)), "\(place), footer")
  }

  /// The line in the language of headers: `&L`, `&C` and `&R` begin its parts.
  private func command(_ line: PageLine) -> String {
    let size = SafeText.longestPageLine / 5  // three parts and the commands stay below the limit
    let parts = [("&L", line.left), ("&C", line.centre), ("&R", line.right)]
    let spelt = parts.map { code, text in
      text.isEmpty ? "" : code + "&9" + gap(text) + SafeText.pagePart(text, to: size)
    }
    let pages = line.countsPages ? (line.right.isEmpty ? "&R&9" : "  ") + "&P / &N" : ""
    return spelt.joined() + pages
  }

  /// A digit would be read as part of the size before it.
  private func gap(_ text: String) -> String { text.first?.isNumber ?? false ? " " : "" }
}
