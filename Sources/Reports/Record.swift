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

  /// The cell of the table's column at a place.
  subscript(place place: Int) -> Cell { row[place] }

  /// As it is printed.
  public func text(_ column: String) -> String { self[column].spelling }
}

extension Table {
  /// Calls `body` with every row, in order.
  public func forEachRecord<Failure: Error>(
    _ body: (Record) throws(Failure) -> Void
  ) throws(Failure) {
    let places = columnPlaces
    try forEachRow { (row) throws(Failure) in try body(Record(places, row)) }
  }

  /// Calls `body` with every row of an entry, in order.
  func forEachRecord<Failure: Error>(
    of entry: Int, _ body: (Record) throws(Failure) -> Void
  ) throws(Failure) {
    let places = columnPlaces
    try forEachRow(of: entry) { (row) throws(Failure) in try body(Record(places, row)) }
  }

  /// The first of the rows that are wanted; no row is made after the last of them.
  func first(_ count: Int, where isWanted: (Record) -> Bool = { _ in true }) -> [Record] {
    var records: [Record] = []
    guard count > 0 else { return records }
    do {
      try forEachRecord { (record) throws(Enough) in
        guard isWanted(record) else { return }
        records.append(record)
        if records.count == count { throw Enough() }
      }
    } catch {}  // there are more
    return records
  }

  /// The places of columns by their names.
  var columnPlaces: [String: Int] {
    Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
  }
}

/// What ends the reading of a table before its last row.
private struct Enough: Error {}
