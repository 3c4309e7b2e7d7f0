/// A row of a table, its cells found by the names of their columns.
public struct Record {
  private let columns: [String: Int]
  private let row: Row

  init(_ columns: [String: Int], _ row: Row) {
    self.columns = columns
    self.row = row
  }

  /// Blank for a column that the table does not have.
  public subscript(column: String) -> Cell { columns[column].map { row[$0] } ?? .blank }

  /// As it is printed.
  public func text(_ column: String) -> String { self[column].spelling }
}

extension Table {
  /// Calls `body` with every row, in order.
  public func forEachRecord<Failure: Error>(
    _ body: (Record) throws(Failure) -> Void
  ) throws(Failure) {
    let places = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    try forEachRow { (row) throws(Failure) in try body(Record(places, row)) }
  }
}
