import Analytics
import Spreadsheets

/// A sheet whose rows stand in the order of a tree, with sums, changes and growth as formulas.
struct OutlineSheet {
  let context: WorkbookContext
  let name: String
  let title: String
  var notes: [String] = []
  let outline: Outline
  /// Of the label columns; those that are blank from top to bottom are left out.
  let labelHeadings: [String]
  /// Likewise.
  let columns: [OutlineColumn]
  /// Where the columns' values stand, by the outline's entries; nil for the run's own tables.
  var tables: [Table]?

  func built() -> BuiltSheet {
    built(
      OutlineValues(outline, columns, tables ?? context.contents.tables, context.language))
  }

  /// - Parameter values: Of its outline and columns.
  func built(_ values: OutlineValues) -> BuiltSheet {
    let shown = StandingColumns(outline, labels: labelHeadings.count, columns, values)
    let frame = frame(shown)
    let grid = OutlineGrid(
      outline, shown.columns, shown.values,
      origin: CellPlace(row: frame.headingRow + 1, column: shown.labels.count))
    var sheet = frame.worksheet(
      name, labels: shown.labels.count, widths: widths(shown.labels, grid))
    for row in outline.rows.indices { sheet.rows.append(self.row(row, shown.labels, grid)) }
    if !outline.rows.isEmpty {
      sheet.filter = CellRange(
        rows: frame.headingRow...(frame.headingRow + outline.rows.count),
        columns: 0...(shown.labels.count + shown.columns.count - 1))
    }
    return BuiltSheet(sheet: sheet, grid: grid)
  }

  private func frame(_ shown: StandingColumns) -> SheetFrame {
    var frame = SheetFrame(
      context: context, title: title, notes: notes + omission,
      bands: shown.labels.map { _ in "" } + shown.columns.map(\.band),
      headings: shown.labels.map { labelHeadings[$0] } + shown.columns.map(\.heading))
    frame.inputs = Set(
      shown.columns.indices.filter { shown.columns[$0].isInput }.map { $0 + shown.labels.count })
    return frame
  }

  /// Says which table has the rows that the sheet has no room for.
  private var omission: [String] {
    guard outline.omitted > 0 else { return [] }
    var seen: Set<String> = []
    let tables = columns.map(\.source.table).filter { seen.insert($0).inserted }
    return [
      WorkbookWording.smallerOmitted(
        shown: outline.rows.count, omitted: outline.omitted,
        in: tables.map { "\($0).csv" }.joined(separator: ", "))[context.language]
    ]
  }

  private func row(_ row: Int, _ labels: [Int], _ grid: OutlineGrid) -> SheetRow {
    let line = outline.rows[row]
    let base = Palette.row(line.rank)
    let texts = labels.map { place in
      let text = line.labels[place]
      let style = Palette.text(base, indent: place == labels.last ? line.depth : 0)
      return SheetCell(text.isEmpty ? .blank : .text(text), style)
    }
    let cells = grid.columns.indices.map { column in
      cell(grid[row, column], grid.columns[column], line, base)
    }
    return SheetRow(texts + cells, outlineLevel: line.depth)
  }

  private func cell(
    _ entry: OutlineGrid.Entry, _ column: OutlineColumn, _ row: Outline.Row, _ base: CellStyle
  ) -> SheetCell {
    let isInput = column.isInput && row.rank == .line
    let style = isInput ? Palette.input(base) : base
    switch entry {
    case .blank: return CellMaking.blank(column.kind, style, context)
    case .value(let cell):
      var style = style
      if column.rule.addsUp && !row.children.isEmpty { style.isItalic = true }
      return CellMaking.cell(cell, column.kind, style)
    case .formula(let text, let value):
      return CellMaking.formula(text, value, column.kind, style, context)
    }
  }

  private func widths(_ labels: [Int], _ grid: OutlineGrid) -> [SheetColumn] {
    labels.map { labelWidth($0, isLast: $0 == labels.last) }
      + grid.columns.indices.map { width($0, grid) }
  }

  private func labelWidth(_ place: Int, isLast: Bool) -> SheetColumn {
    let texts = outline.rows.map {
      $0.labels[place].displayWidth + (isLast ? 2 * $0.depth : 0)
    }
    return SheetColumn(
      width: WorkbookContext.width(
        texts, heading: labelHeadings[place], least: 4, most: isLast ? 44 : 12))
  }

  private func width(_ place: Int, _ grid: OutlineGrid) -> SheetColumn {
    let column = grid.columns[place]
    let texts = outline.rows.indices.lazy.map { CellMaking.width(grid, $0, place) }
    let isText = column.kind == .text
    return SheetColumn(
      width: WorkbookContext.width(
        texts, heading: column.heading, least: isText ? 6 : 8, most: isText ? 40 : 20),
      outlineLevel: column.outline)
  }
}

/// A finished sheet, and where its figures stand for sheets that refer to them.
struct BuiltSheet {
  var sheet: Worksheet
  let grid: OutlineGrid

  /// A figure by row and column: how another sheet refers to it, and what it is.
  func reference(_ row: Int?, _ column: String) -> (text: String, value: PrintedNumber)? {
    guard let row, let place = grid.columnPlace(column), let value = grid.number(row, place)
    else { return nil }
    return ("\(quoted(sheet: sheet.name))!\(grid.place(row, place).fixedName)", value)
  }

  /// A column's cells, for a name.
  func cells(of column: String, rows: ClosedRange<Int>) -> String? {
    guard let place = grid.columnPlace(column) else { return nil }
    return CellRange(grid.place(rows.lowerBound, place), grid.place(rows.upperBound, place))
      .fixedName(in: sheet.name)
  }
}
