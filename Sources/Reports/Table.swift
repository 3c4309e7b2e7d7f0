/// A table that can be written in any format, its rows made one at a time.
///
/// A generator stands in for the rows, so that twenty million of them never exist at once. It can
/// be run any number of times and gives the same rows in the same order; it throws what its body
/// throws and nothing else.
///
/// A table may consist of *entries*, such as the nodes of a panel, each with rows of its own. Who
/// shows a few entries then asks for theirs, and no others are made.
public struct Table: Sendable {
  public typealias Generator = @Sendable (_ body: (Row) throws -> Void) throws -> Void
  /// Makes the rows of one entry.
  public typealias EntryGenerator =
    @Sendable (_ entry: Int, _ body: (Row) throws -> Void) throws -> Void

  /// The path of the table's file without `.csv`: `comparison/year_on_year`.
  public let name: String
  public let title: Bilingual
  public let columns: [Column]
  /// The names of the columns that tell rows apart. They may be blank.
  public let key: [String]
  private let generator: Generator
  private let entryGenerator: EntryGenerator?

  private init(
    name: String, title: Bilingual, columns: [Column], key: [String],
    generator: @escaping Generator, entryGenerator: EntryGenerator?
  ) {
    let names = Set(columns.map(\.name))
    precondition(names.count == columns.count, "\(name) has two columns of one name")
    precondition(names.isSuperset(of: key), "\(name) has no column for its key \(key)")
    self.name = name
    self.title = title
    self.columns = columns
    self.key = key
    self.generator = generator
    self.entryGenerator = entryGenerator
  }

  /// - Precondition: Column names differ, and every name in `key` is one of them.
  public init(
    name: String, title: Bilingual, columns: [Column], key: [String],
    generator: @escaping Generator
  ) {
    self.init(
      name: name, title: title, columns: columns, key: key, generator: generator,
      entryGenerator: nil)
  }

  /// A table of entries, whose rows come entry by entry.
  ///
  /// - Precondition: Column names differ, and every name in `key` is one of them.
  public init(
    name: String, title: Bilingual, columns: [Column], key: [String], entries: Range<Int>,
    rowsOf: @escaping EntryGenerator
  ) {
    self.init(
      name: name, title: title, columns: columns, key: key,
      generator: { body in for entry in entries { try rowsOf(entry, body) } },
      entryGenerator: rowsOf)
  }

  public init(
    name: String, title: Bilingual, columns: [Column], key: [String], rows: [[Cell]]
  ) {
    self.init(name: name, title: title, columns: columns, key: key) { body in
      for row in rows { try body(Row(row)) }
    }
  }

  /// Calls `body` with every row, in order.
  ///
  /// - Precondition: A row has as many cells as the table has columns.
  public func forEachRow<Failure: Error>(
    _ body: (Row) throws(Failure) -> Void
  ) throws(Failure) {
    try pass(generator, to: body)
  }

  /// Calls `body` with every row of an entry, in order.
  ///
  /// - Precondition: The table is one of entries, and a row has as many cells as it has columns.
  public func forEachRow<Failure: Error>(
    of entry: Int, _ body: (Row) throws(Failure) -> Void
  ) throws(Failure) {
    guard let entryGenerator else { preconditionFailure("\(name) has no entries") }
    try pass({ try entryGenerator(entry, $0) }, to: body)
  }

  private func pass<Failure: Error>(
    _ generator: @escaping Generator, to body: (Row) throws(Failure) -> Void
  ) throws(Failure) {
    do {
      try generator { row in
        precondition(
          row.count == columns.count,
          "\(name): a row of \(row.count) cells for \(columns.count) columns")
        try body(row)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      preconditionFailure("\(name): the generator threw \(error)")
    }
  }

  /// Every row at once, for tables that are known to be short.
  public var rows: [[Cell]] {
    var rows: [[Cell]] = []
    forEachRow { rows.append($0.cells) }
    return rows
  }
}
