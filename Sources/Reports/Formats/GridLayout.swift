import Analytics

/// What heads a column on a page or in a terminal.
public enum Headings: Hashable, Sendable {
  /// The names that programs use.
  case names
  case titles(Language)

  func text(of column: Column) -> String {
    switch self {
    case .names: column.name
    case .titles(let language): column.title[language]
    }
  }
}

/// The widths of a table's columns in characters of a terminal.
///
/// They are known only once all rows have been seen, so a generator runs twice: once to measure,
/// once to print.
struct GridLayout {
  let columns: [Column]
  /// At least the width of the column's heading.
  private(set) var widths: [Int]
  /// Which columns have a cell that is not blank.
  private(set) var isFilled: [Bool]

  /// - Parameter spell: A cell's text on one line, as the format writes it.
  init(_ table: Table, headings: [String], spell: (Cell) -> String) {
    columns = table.columns
    var widths = headings.map(\.displayWidth)
    var isFilled = columns.map { _ in false }
    table.forEachRow { row in
      for (index, cell) in row.cells.enumerated() where cell != .blank {
        widths[index] = max(widths[index], spell(cell).displayWidth)
        isFilled[index] = true
      }
    }
    self.widths = widths
    self.isFilled = isFilled
  }

  /// The text padded to its column: numbers to the right, text to the left.
  func padded(_ text: String, column: Int) -> String {
    let padding = String(repeating: " ", count: max(0, widths[column] - text.displayWidth))
    return columns[column].kind.isNumeric ? padding + text : text + padding
  }

  /// Widens narrow columns.
  mutating func widen(to least: Int) { widths = widths.map { max($0, least) } }
}
