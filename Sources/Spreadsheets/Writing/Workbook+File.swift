internal import CXLSXWriter

extension Workbook {
  /// Writes the workbook as an `.xlsx` file; the same workbook gives the same bytes.
  ///
  /// - Parameters:
  ///   - path: The file; one that is there is replaced.
  ///   - scratch: A folder for temporary files, each as large as a sheet; they are gone afterwards.
  /// - Throws: What the library or the file system refuses. The file may then be there in part.
  /// - Precondition: Sheet names are those that spreadsheets allow, and differ.
  public func write(to path: String, scratch: String) throws(SpreadsheetError) {
    let texts = CTexts()
    // No ZIP64: it would only be needed beyond 4 GB.
    var options = lxw_workbook_options(
      constant_memory: 0, tmpdir: texts.pointer(scratch), use_zip64: 0)
    guard let book = workbook_new_opt(path, &options) else {
      throw SpreadsheetError(place: path, problem: "out of memory")
    }
    do {
      try fill(book, texts)
    } catch {
      lxw_workbook_free(book)
      throw error
    }
    try check(workbook_close(book), path)
  }

  private func fill(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ texts: CTexts
  ) throws(SpreadsheetError) {
    try setProperties(book, texts)
    let formats = FormatCache(book, font: font)
    for sheet in sheets {
      guard let target = workbook_add_worksheet(book, sheet.name) else {
        throw SpreadsheetError(place: "sheet \(sheet.name)", problem: "not a sheet's name")
      }
      try SheetWriter(sheet, target, book, formats, texts).write()
    }
    for name in names {
      try check(workbook_define_name(book, name.name, "=\(name.cells)"), "name \(name.name)")
    }
  }

  private func setProperties(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ texts: CTexts
  ) throws(SpreadsheetError) {
    var properties = lxw_doc_properties()
    properties.title = texts.pointer(SafeText.line(title, to: SafeText.longestPrompt))
    properties.subject = texts.pointer(SafeText.line(subject, to: SafeText.longestPrompt))
    properties.author = texts.pointer("Outturn")
    properties.created = creationTime
    try check(workbook_set_properties(book, &properties), "properties")
  }
}

/// 1 January 2000: a workbook tells what it was made from, not when, so that the same input gives
/// the same bytes.
private let creationTime = 946_684_800

/// Turns a status of the library into an error that names the place.
func check(
  _ status: lxw_error, _ place: @autoclosure () -> String
) throws(SpreadsheetError) {
  guard status != LXW_NO_ERROR else { return }
  let message = lxw_strerror(status).map { String(cString: $0) } ?? "error \(status.rawValue)"
  throw SpreadsheetError(place: place(), problem: message)
}
