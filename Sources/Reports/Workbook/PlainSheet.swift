import Analytics
import Spreadsheets

/// A sheet with the rows of one table as they come.
struct PlainSheet {
  let context: WorkbookContext
  let name: String
  let table: Table
  /// How columns follow from others, by their names.
  var rules: [String: CellRule<String>] = [:]

  func worksheet() -> Worksheet {
    let (rows, omitted) = readRows()
    let frame = SheetFrame(
      context: context, title: table.title[context.language],
      notes: omission(rows.count, omitted), bands: [],
      headings: table.columns.map { $0.title[context.language] })
    let cells = PlainCells(
      rows: rows, origin: CellPlace(row: frame.headingRow + 1, column: 0))
    var sheet = frame.worksheet(
      name, labels: min(2, table.columns.count), widths: widths(rows))
    let rules = placedRules
    for row in rows.indices { sheet.rows.append(self.row(row, cells, rules)) }
    if !rows.isEmpty {
      sheet.filter = CellRange(
        rows: frame.headingRow...(frame.headingRow + rows.count),
        columns: 0...(table.columns.count - 1))
    }
    return sheet
  }

  private func readRows() -> (rows: [[Cell]], omitted: Int) {
    var rows: [[Cell]] = []
    var omitted = 0
    table.forEachRow { row in
      guard rows.count < context.limits.tableRows else {
        omitted += 1
        return
      }
      rows.append(table.columns.enumerated().map { row[$0].spelt(of: $1.name, context.language) })
    }
    return (rows, omitted)
  }

  private func omission(_ shown: Int, _ omitted: Int) -> [String] {
    guard omitted > 0 else { return [] }
    let text = WorkbookWording.laterOmitted(
      shown: shown, omitted: omitted, in: "\(table.name).csv")
    return [text[context.language]]
  }

  /// By column, the rule that it follows.
  private var placedRules: [CellRule<Int>] {
    table.columns.map { column in
      (rules[column.name] ?? .plain).naming { name in
        guard let place = table.columns.firstIndex(where: { $0.name == name }) else {
          preconditionFailure("no column \(name)")
        }
        return place
      }
    }
  }

  private func row(_ row: Int, _ cells: PlainCells, _ rules: [CellRule<Int>]) -> SheetRow {
    let made = table.columns.enumerated().map { place, column -> SheetCell in
      let cell = cells.rows[row][place]
      if let formula = rules[place].formula(row, whole: nil, in: cells),
        formula.gives(cell)
      {
        return CellMaking.formula(
          formula.text, formula.value, column.kind, Palette.body, context)
      }
      var made = CellMaking.cell(cell, column.kind, Palette.body)
      if column.kind == .text { made.style.wraps = true }
      return made
    }
    return SheetRow(made, height: height(cells.rows[row]))
  }

  /// Room for the text that takes the most lines; nil where one does.
  private func height(_ cells: [Cell]) -> Double? {
    let lines = zip(cells, table.columns).map { cell, column in
      guard case .text(let text) = cell, column.kind == .text else { return 1 }
      return (text.displayWidth + widestText - 1) / widestText
    }
    let most = lines.max() ?? 1
    return most > 1 ? 13 * Double(min(most, 30)) + 2 : nil
  }

  private func widths(_ rows: [[Cell]]) -> [SheetColumn] {
    table.columns.enumerated().map { place, column in
      let texts = rows.lazy.map { CellMaking.width($0[place]) }
      return SheetColumn(
        width: WorkbookContext.width(
          texts, heading: column.title[context.language], least: column.kind == .text ? 5 : 7,
          most: column.kind == .text ? widestText + 2 : 20))
    }
  }
}

/// The cells of a plain sheet, for its rules.
private struct PlainCells: RuleCells {
  let rows: [[Cell]]
  let origin: CellPlace

  func name(_ row: Int, _ column: Int) -> String {
    CellPlace(row: origin.row + row, column: origin.column + column).name
  }

  func value(_ row: Int, _ column: Int) -> PrintedNumber? {
    switch rows[row][column] {
    case .number(let number): number
    case .integer(let integer): PrintedNumber(integer)
    case .blank, .text: nil
    }
  }
}

/// In characters: where text is broken into lines.
private let widestText = 44
