import Analytics

/// The cells of tables at the rows and columns of outline sheets.
struct OutlineValues {
  /// By column and row; nil where no table has the row.
  private(set) var columns: [[Cell?]]

  /// Reads the entries of the outline in each table.
  ///
  /// - Parameter language: Of the words that stand for codes.
  init(
    _ outline: Outline, _ columns: [OutlineColumn], _ tables: [Table], _ language: Language
  ) {
    self.columns = Array(
      repeating: Array(repeating: nil, count: outline.rows.count), count: columns.count)
    var seen: Set<String> = []
    for column in columns where seen.insert(column.source.table).inserted {
      guard let table = tables.first(where: { $0.name == column.source.table }) else { continue }
      read(table, columns, outline, language)
    }
  }

  private init(columns: [[Cell?]]) { self.columns = columns }

  /// The values of some of the columns.
  subscript(columns places: some Sequence<Int>) -> OutlineValues {
    OutlineValues(columns: places.map { columns[$0] })
  }

  /// Whether a column has nothing in any row.
  func isBlank(_ column: Int) -> Bool {
    columns[column].allSatisfy { $0 == nil || $0 == .blank }
  }

  private mutating func read(
    _ table: Table, _ columns: [OutlineColumn], _ outline: Outline, _ language: Language
  ) {
    let slices = self.slices(table, columns)
    let names = table.columns.map(\.name)
    for (place, line) in outline.rows.enumerated() {
      guard let entry = line.entry else { continue }
      table.forEachRow(of: entry) { row in
        for slice in slices where slice.matches(row) {
          for target in slice.targets {
            let cell = row[target.from].spelt(of: names[target.from], language)
            self.columns[target.column][place] = cell
          }
        }
      }
    }
  }

  /// The columns of a table by the rows that they take.
  private func slices(_ table: Table, _ columns: [OutlineColumn]) -> [Slice] {
    let names = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1.name, $0) })
    var slices: [Slice] = []
    var order: [[OutlineColumn.Match]: Int] = [:]
    for (place, column) in columns.enumerated() where column.source.table == table.name {
      guard let from = names[column.source.column] else { continue }
      let number = order[column.source.filter] ?? slices.count
      if number == slices.count {
        order[column.source.filter] = number
        let tests = column.source.filter.compactMap { match in
          names[match.column].map { (place: $0, cell: match.cell) }
        }
        slices.append(Slice(tests: tests))
      }
      slices[number].targets.append((column: place, from: from))
    }
    return slices
  }

  private struct Slice {
    let tests: [(place: Int, cell: Cell)]
    var targets: [(column: Int, from: Int)] = []

    func matches(_ row: Row) -> Bool {
      for test in tests where row[test.place] != test.cell { return false }
      return true
    }
  }
}
