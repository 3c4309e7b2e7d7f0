import Analytics
import Spreadsheets

/// A sheet with the rows of one table as they come, without the columns in which none has
/// anything.
struct PlainSheet {
  let context: WorkbookContext
  let name: String
  let table: Table
  /// How columns follow from others, by their names.
  var rules: [String: CellRule<String>] = [:]

  /// What the sheet shows of the table.
  private struct Shown {
    let columns: [Column]
    let rows: [[Cell]]
  }

  func worksheet() -> Worksheet {
    let (rows, omitted) = readRows()
    let shown = standing(rows)
    let frame = SheetFrame(
      context: context, title: table.title[context.language],
      notes: omission(rows.count, omitted), bands: [],
      headings: shown.columns.map { $0.title[context.language] })
    let cells = PlainCells(
      rows: shown.rows, origin: CellPlace(row: frame.headingRow + 1, column: 0))
    var sheet = frame.worksheet(
      name, labels: min(2, shown.columns.count), widths: widths(shown))
    let rules = placedRules(shown.columns)
    for row in rows.indices { sheet.rows.append(self.row(row, shown.columns, cells, rules)) }
    if !rows.isEmpty {
      sheet.filter = CellRange(
        rows: frame.headingRow...(frame.headingRow + rows.count),
        columns: 0...(shown.columns.count - 1))
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

  /// The columns in which something stands; all of an empty table.
  private func standing(_ rows: [[Cell]]) -> Shown {
    let places = table.columns.indices.filter { place in
      rows.isEmpty || rows.contains { $0[place] != .blank }
    }
    return Shown(
      columns: places.map { table.columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }

  private func omission(_ shown: Int, _ omitted: Int) -> [String] {
    guard omitted > 0 else { return [] }
    let text = WorkbookWording.laterOmitted(
      shown: shown, omitted: omitted, in: "\(table.name).csv")
    return [text[context.language]]
  }

  /// By column, the rule that it follows: none where it reads a column that is not shown.
  private func placedRules(_ columns: [Column]) -> [CellRule<Int>] {
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    return columns.map { column in
      guard let rule = rules[column.name], rule.reads.isSubset(of: places.keys) else {
        return .plain
      }
      return rule.naming { name in
        guard let place = places[name] else { preconditionFailure("no column \(name)") }
        return place
      }
    }
  }

  private func row(
    _ row: Int, _ columns: [Column], _ cells: PlainCells, _ rules: [CellRule<Int>]
  ) -> SheetRow {
    let made = columns.enumerated().map { place, column -> SheetCell in
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
    return SheetRow(made, height: height(cells.rows[row], columns))
  }

  /// Room for the text that takes the most lines; nil where one does.
  private func height(_ cells: [Cell], _ columns: [Column]) -> Double? {
    let lines = zip(cells, columns).map { cell, column in
      guard case .text(let text) = cell, column.kind == .text else { return 1 }
      return (text.displayWidth + widestText - 1) / widestText
    }
    let most = lines.max() ?? 1
    return most > 1 ? 13 * Double(min(most, 30)) + 2 : nil
  }

  private func widths(_ shown: Shown) -> [SheetColumn] {
    shown.columns.enumerated().map { place, column in
      let texts = shown.rows.lazy.map { CellMaking.width($0[place]) }
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
