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

  /// The table with a unit's rows of the years before one under another code, which may then have
  /// several rows of a category and year.
  func moving(_ unit: String, to other: String, before year: FiscalYear) -> HeadcountTable {
    guard let code = units.values.firstIndex(of: unit) else { return self }
    let rows = indices.filter { units.codes[$0] == Int32(code) && years[$0]! < year }
    return rows.isEmpty
      ? self : HeadcountTable(self, units: units.replacing(rows, with: other))
  }

  /// The rows of years up to one.
  func through(_ last: FiscalYear) -> HeadcountTable {
    HeadcountTable(self, keeping: indices.filter { years[$0]! <= last })
  }
}
