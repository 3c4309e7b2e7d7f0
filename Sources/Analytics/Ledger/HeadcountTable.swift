/// Heads at the end of years, in columns; a `Headcount` is made of a row when it is asked for.
public struct HeadcountTable: RandomAccessCollection, Sendable {
  let years: CodedColumn<FiscalYear>
  let units: CodedColumn<String>
  let categories: CodedColumn<String>
  let establishment: CodedColumn<PrintedNumber>
  let inPost: CodedColumn<PrintedNumber>
  let onEstablishment: CodedColumn<PrintedNumber>
  private let file: String
  /// The line of the file that each row stands in.
  private let lines: [Int32]

  public var startIndex: Int { 0 }
  public var endIndex: Int { lines.count }

  /// A table without rows.
  init() { self.init(TextTable.empty) }

  /// - Parameter table: `headcount`, in which every row has a year, a unit and a category.
  init(_ table: TextTable) {
    years = table.column("year").compactMap(\.year)
    units = table.column("unit").compactMap(\.text)
    categories = table.column("category").compactMap(\.text)
    establishment = table.column("establishment").compactMap(\.number)
    inPost = table.column("in_post").compactMap(\.number)
    onEstablishment = table.column("on_establishment").compactMap(\.number)
    file = table.file
    lines = table.lines
  }

  private init(_ table: HeadcountTable, keeping rows: [Int]) {
    years = table.years.keeping(rows)
    units = table.units.keeping(rows)
    categories = table.categories.keeping(rows)
    establishment = table.establishment.keeping(rows)
    inPost = table.inPost.keeping(rows)
    onEstablishment = table.onEstablishment.keeping(rows)
    file = table.file
    lines = rows.map { table.lines[$0] }
  }

  private init(_ table: HeadcountTable, units: CodedColumn<String>) {
    years = table.years
    self.units = units
    categories = table.categories
    establishment = table.establishment
    inPost = table.inPost
    onEstablishment = table.onEstablishment
    file = table.file
    lines = table.lines
  }

  public subscript(row: Int) -> Headcount {
    Headcount(
      year: years[row]!, unit: units[row]!, category: categories[row]!,
      establishment: establishment[row], inPost: inPost[row],
      onEstablishment: onEstablishment[row], file: file, line: Int(lines[row]))
  }

  /// The rows of each unit, in order.
  var rowsByUnit: [String: [Int]] {
    var rows = [[Int]](repeating: [], count: units.values.count)
    for row in indices { rows[Int(units.codes[row])].append(row) }
    return Dictionary(zip(units.values, rows), uniquingKeysWith: +)
  }

  /// The table with rows under other units, which may then have several rows of a category and
  /// year.
  ///
  /// - Parameter successor: Where a unit's row of a year goes; nil where it stays.
  func moving(_ successor: (String, FiscalYear) -> String?) -> HeadcountTable {
    let moved = indices.compactMap { row in successor(units[row]!, years[row]!).map { (row, $0) } }
    return moved.isEmpty ? self : HeadcountTable(self, units: units.replacing(moved))
  }

  /// The rows of years up to one.
  func through(_ last: FiscalYear) -> HeadcountTable {
    HeadcountTable(self, keeping: indices.filter { years[$0]! <= last })
  }
}
