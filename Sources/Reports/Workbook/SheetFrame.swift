import Spreadsheets

/// What every sheet of tables begins with: title, unit, notes and headings; and how it is printed.
struct SheetFrame {
  let context: WorkbookContext
  let title: String
  let notes: [String]
  /// Texts over the headings; runs of one text become one band. Empty where there are none.
  let bands: [String]
  let headings: [String]
  /// Columns whose heading says that they are for input.
  var inputs: Set<Int> = []

  /// The row of the headings.
  var headingRow: Int { 2 + notes.count + (hasBands ? 1 : 0) }
  private var hasBands: Bool { bands.contains { !$0.isEmpty } }

  /// A sheet with the rows above the body.
  ///
  /// - Parameter labels: How many columns on the left stay in sight and are printed on each page.
  func worksheet(_ name: String, labels: Int, widths: [SheetColumn]) -> Worksheet {
    var sheet = Worksheet(name: name)
    sheet.columns = widths
    sheet.rows = [
      SheetRow([SheetCell(.text(title), Palette.title)], height: 24),
      SheetRow([SheetCell(.text("\(context.title)　　\(context.amountUnit)"), Palette.subtitle)]),
    ]
    sheet.rows += notes.map { SheetRow([SheetCell(.text($0), Palette.subtitle)]) }
    if hasBands { addBands(to: &sheet) }
    let height = headingHeight(widths)
    sheet.rows.append(
      SheetRow(
        headings.enumerated().map { place, text in
          let style = inputs.contains(place) ? Palette.inputHeading : Palette.heading
          return SheetCell(.text(text), style)
        }, height: height))
    sheet.frozen = CellPlace(row: headingRow + 1, column: labels)
    sheet.print = page(labels: labels, widths)
    return sheet
  }

  private func addBands(to sheet: inout Worksheet) {
    let row = sheet.rows.count
    var cells = bands.map { SheetCell(.text($0), $0.isEmpty ? CellStyle() : Palette.band) }
    for place in cells.indices where bands[place].isEmpty { cells[place] = .empty }
    var start = 0
    while start < bands.count {
      let end = bands[start...].firstIndex { $0 != bands[start] } ?? bands.count
      if end - start > 1 && !bands[start].isEmpty {
        let range = CellRange(rows: row...row, columns: start...(end - 1))
        sheet.merged.append(MergedText(range, bands[start], Palette.band))
        for place in start..<end { cells[place] = .empty }
      }
      start = end
    }
    sheet.rows.append(SheetRow(cells, height: 18))
  }

  /// Room for the heading that takes the most lines.
  private func headingHeight(_ widths: [SheetColumn]) -> Double {
    let lines = zip(headings, widths).map { text, column in
      let width = max(1, Int(column.width) - 1)
      return (text.displayWidth + width - 1) / width
    }
    return 13 * Double(min(4, max(1, lines.max() ?? 1))) + 6
  }

  private func page(labels: Int, _ widths: [SheetColumn]) -> PrintSettings {
    var page = PrintSettings()
    page.headingRows = (headingRow - (hasBands ? 1 : 0))...headingRow
    if labels > 0 { page.headingColumns = 0...(labels - 1) }
    let width = widths.reduce(0) { $0 + $1.width }
    page.isA3 = width > widestOnA4
    page.pagesAcross = max(1, Int((width / widestOnA3).rounded(.up)))
    context.setEnds(of: &page)
    return page
  }
}

/// In characters: what is still read well on a page.
private let widestOnA4 = 190.0
private let widestOnA3 = 330.0

extension WorkbookContext {
  /// Whose figures these are at the head of each page; sheet and page number at its foot.
  func setEnds(of page: inout PrintSettings) {
    page.header.left = title
    page.header.right = amountUnit
    page.footer.left = "Outturn"
    page.footer.countsPages = true
  }

  /// The columns' widths: of the widest of heading and cells, within bounds.
  static func width(_ texts: some Sequence<Int>, heading: String, least: Int, most: Int) -> Double {
    let longest = heading.split(separator: " ").map(\.displayWidth).max() ?? 0
    let head = min(longest, max(least, (heading.displayWidth + 1) / 2))
    return Double(min(most, max(least, head, texts.max() ?? 0)) + 2)
  }
}
