import Analytics
import Spreadsheets

/// The values of an outline sheet and the formulas that give them.
///
/// A formula stands only where it gives what the table says; elsewhere the table's value stands,
/// which then does not move. Rows that no table has show what their formulas give.
struct OutlineGrid {
  enum Entry: Hashable {
    case blank
    case value(Cell)
    case formula(String, PrintedNumber?)
  }

  let outline: Outline
  let columns: [OutlineColumn]
  /// The place of the first row's first column.
  let origin: CellPlace
  /// By column and row.
  private var entries: [[Entry]]
  private let columnPlaces: [String: Int]
  /// What the names of cells are made of: the columns' letters and the rows' numbers.
  private let letters: [String]
  private let numbers: [String]

  init(
    _ outline: Outline, _ columns: [OutlineColumn], _ values: OutlineValues, origin: CellPlace
  ) {
    self.outline = outline
    self.columns = columns
    self.origin = origin
    letters = columns.indices.map { CellPlace.letters(origin.column + $0) }
    numbers = outline.rows.indices.map { String(origin.row + $0 + 1) }
    columnPlaces = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($1.id, $0) })
    entries = Array(
      repeating: Array(repeating: .blank, count: outline.rows.count), count: columns.count)
    let order =
      columns.indices.filter { !columns[$0].rule.isDerived }
      + columns.indices.filter { columns[$0].rule.isDerived }
    for column in order {
      let rule = columns[column].rule.naming(placeOfColumn)
      for row in outline.rows.indices.reversed() {  // what sums up stands above what it sums
        entries[column][row] = entry(row, column, rule, values.columns[column][row])
      }
    }
  }

  private func placeOfColumn(_ id: String) -> Int {
    guard let place = columnPlaces[id] else { preconditionFailure("no column \(id)") }
    return place
  }

  subscript(row: Int, column: Int) -> Entry { entries[column][row] }

  func place(_ row: Int, _ column: Int) -> CellPlace {
    CellPlace(row: origin.row + row, column: origin.column + column)
  }

  func columnPlace(_ id: String) -> Int? { columnPlaces[id] }

  func number(_ row: Int, _ column: Int) -> PrintedNumber? {
    switch entries[column][row] {
    case .formula(_, let value): value
    case .value(.number(let number)): number
    case .value(.integer(let integer)): PrintedNumber(integer)
    case .blank, .value: nil
    }
  }

  private func entry(_ row: Int, _ column: Int, _ rule: CellRule<Int>, _ cell: Cell?) -> Entry {
    if cell == nil && (outline.rows[row].rank == .heading || outline.rows[row].entry != nil) {
      return .blank
    }
    let sums = rule.addsUp && !outline.rows[row].children.isEmpty
    let formula =
      sums
      ? sum(row, column, as: cell)
      : rule.formula(row, whole: outline.rows[row].whole, in: self)
    guard let cell else {
      return formula.map { .formula($0.text, $0.value) } ?? (sums ? plainSum(row, column) : .blank)
    }
    if let formula, formula.gives(cell) { return .formula(formula.text, formula.value) }
    return cell == .blank ? .blank : .value(cell)
  }

  /// Whether a sum of blanks is shown, as what is typed below will change it.
  private func isForInput(_ row: Int, _ column: Int) -> Bool {
    let follows = columns[column].isInput || columns[column].rule.isDerived
    return follows && outline.rows[row].entry == nil
  }

  /// The sum of the rows below. Where parts and total are printed apart and rounding keeps them
  /// from adding up, the rest stands in the formula, so that a change still runs through.
  private func sum(_ row: Int, _ column: Int, as cell: Cell?) -> RuleFormula? {
    let children = outline.rows[row].children
    let parts = parts(row, column)
    guard outline.rows[row].hasAllChildren, !parts.isEmpty || isForInput(row, column),
      let sum = PrintedNumber.sum(parts)
    else { return nil }
    let text = SumText.sum(children.map { place($0, column) })
    guard text.utf8.count <= SumText.longest else { return nil }
    guard case .number(let total)? = cell, !sum.isEqual(to: total) else {
      return RuleFormula(text: text, value: sum)
    }
    guard parts.count == children.count, let rest = total.minus(sum),
      rest.magnitude.mantissa <= (Int64(parts.count) + 1) / 2
    else { return nil }
    let sign = rest.mantissa < 0 ? "-" : "+"
    return RuleFormula(text: "\(text)\(sign)\(rest.magnitude)", value: total)
  }

  /// What rows below have.
  private func parts(_ row: Int, _ column: Int) -> [PrintedNumber] {
    outline.rows[row].children.compactMap { number($0, column) }
  }

  /// The sum of more rows than a formula takes, which no table has.
  private func plainSum(_ row: Int, _ column: Int) -> Entry {
    let parts = parts(row, column)
    guard outline.rows[row].hasAllChildren, !parts.isEmpty else { return .blank }
    return PrintedNumber.sum(parts).map { .value(.number($0)) } ?? .blank
  }
}

extension OutlineGrid: RuleCells {
  func name(_ row: Int, _ column: Int) -> String { letters[column] + numbers[row] }

  func value(_ row: Int, _ column: Int) -> PrintedNumber? { number(row, column) }
}

extension RuleFormula {
  /// Whether the formula gives a table's cell.
  func gives(_ cell: Cell) -> Bool {
    switch (cell, value) {
    case (.blank, nil): true
    case (.number(let number), let value?): number.isEqual(to: value)
    default: false
    }
  }
}

/// Sums as formulas.
enum SumText {
  /// `SUM(B8:B12,B20)`: cells side by side become one range. Beyond the arguments that a function
  /// takes, sums are added.
  static func sum(_ cells: [CellPlace]) -> String {
    var ranges: [CellRange] = []
    for cell in cells {
      if let last = ranges.last, last.last.column == cell.column, last.last.row + 1 == cell.row {
        ranges[ranges.count - 1] = CellRange(last.first, cell)
      } else {
        ranges.append(CellRange(cell, cell))
      }
    }
    let groups = stride(from: 0, to: ranges.count, by: mostArguments).map { start in
      let group = ranges[start..<min(start + mostArguments, ranges.count)]
      return "SUM(\(group.map(\.name).joined(separator: ",")))"
    }
    return groups.joined(separator: "+")
  }

  private static let mostArguments = 200
  /// Below what spreadsheets take of a formula, 8,192, with room for a rest.
  static let longest = 8_000
}
