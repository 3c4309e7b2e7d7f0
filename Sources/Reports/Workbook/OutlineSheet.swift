import Analytics
import Spreadsheets

/// A sheet whose rows stand in the order of a tree, with sums, changes and growth as formulas.
struct OutlineSheet {
  let context: WorkbookContext
  let name: String
  let title: String
  var notes: [String] = []
  let outline: Outline
  var labelHeadings: [String]
  let columns: [OutlineColumn]
  /// Where the columns' values stand, by the outline's entries; nil for the run's own tables.
  var tables: [Table]?

  func built() -> BuiltSheet {
    built(
      OutlineValues(outline, columns, tables ?? context.contents.tables, context.language))
  }

  /// - Parameter values: Of its outline and columns.
  func built(_ values: OutlineValues) -> BuiltSheet {
    let frame = self.frame
    let grid = OutlineGrid(
      outline, columns, values,
      origin: CellPlace(row: frame.headingRow + 1, column: labelHeadings.count))
    var sheet = frame.worksheet(name, labels: labelHeadings.count, widths: widths(grid))
    for row in outline.rows.indices { sheet.rows.append(self.row(row, grid)) }
    if !outline.rows.isEmpty {
      sheet.filter = CellRange(
        rows: frame.headingRow...(frame.headingRow + outline.rows.count),
        columns: 0...(labelHeadings.count + columns.count - 1))
    }
    return BuiltSheet(sheet: sheet, grid: grid)
  }

  private var frame: SheetFrame {
    var frame = SheetFrame(
      context: context, title: title, notes: notes + omission,
      bands: labelHeadings.map { _ in "" } + columns.map(\.band),
      headings: labelHeadings + columns.map(\.heading))
    frame.inputs = Set(
      columns.indices.filter { columns[$0].isInput }.map { $0 + labelHeadings.count })
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

  private func row(_ row: Int, _ grid: OutlineGrid) -> SheetRow {
    let line = outline.rows[row]
    let base = Palette.row(line.rank)
    let labels = line.labels.enumerated().map { place, text in
      let isLast = place == line.labels.count - 1
      let style = Palette.text(base, indent: isLast ? line.depth : 0)
      return SheetCell(text.isEmpty ? .blank : .text(text), style)
    }
    let cells = columns.indices.map { column in
      cell(grid[row, column], column, line, base)
    }
    return SheetRow(labels + cells, outlineLevel: line.depth)
  }

  private func cell(
    _ entry: OutlineGrid.Entry, _ column: Int, _ row: Outline.Row, _ base: CellStyle
  ) -> SheetCell {
    let kind = columns[column].kind
    let isInput = columns[column].isInput && row.rank == .line
    let style = isInput ? Palette.input(base) : base
    switch entry {
    case .blank: return CellMaking.blank(kind, style, context)
    case .value(let cell):
      var style = style
      if columns[column].rule.addsUp && !row.children.isEmpty { style.isItalic = true }
      return CellMaking.cell(cell, kind, style)
    case .formula(let text, let value):
      return CellMaking.formula(text, value, kind, style, context)
    }
  }

  private func widths(_ grid: OutlineGrid) -> [SheetColumn] {
    let last = labelHeadings.count - 1
    let labels = labelHeadings.indices.map { place in
      let texts = outline.rows.map {
        $0.labels[place].displayWidth + (place == last ? 2 * $0.depth : 0)
      }
      let most = place == last ? 44 : 12
      return SheetColumn(
        width: WorkbookContext.width(texts, heading: labelHeadings[place], least: 4, most: most))
    }
    return labels
      + columns.indices.map { column in
        let texts = outline.rows.indices.lazy.map { CellMaking.width(grid, $0, column) }
        let isText = columns[column].kind == .text
        return SheetColumn(
          width: WorkbookContext.width(
            texts, heading: columns[column].heading, least: isText ? 6 : 8,
            most: isText ? 40 : 20), outlineLevel: columns[column].outline)
      }
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
