/// A cell of a sheet, by its row and column from 0.
public struct CellPlace: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// `B7`
  public var name: String { CellPlace.letters(column) + String(row + 1) }

  /// `$B$7`: the same cell wherever its formula is copied.
  public var fixedName: String { "$\(CellPlace.letters(column))$\(row + 1)" }

  /// A for 0, Z for 25, AA for 26.
  public static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}

/// A block of cells, both ends included.
public struct CellRange: Hashable, Sendable {
  public let first: CellPlace
  public let last: CellPlace

  /// - Precondition: `last` is not above or left of `first`.
  public init(_ first: CellPlace, _ last: CellPlace) {
    precondition(first.row <= last.row && first.column <= last.column, "\(first) to \(last)")
    self.first = first
    self.last = last
  }

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.init(
      CellPlace(row: rows.lowerBound, column: columns.lowerBound),
      CellPlace(row: rows.upperBound, column: columns.upperBound))
  }

  /// One column of rows.
  public init(rows: ClosedRange<Int>, column: Int) {
    self.init(rows: rows, columns: column...column)
  }

  /// `B7:B12`, or `B7` for one cell.
  public var name: String { first == last ? first.name : "\(first.name):\(last.name)" }

  /// `$B$7:$B$12`
  public var fixedName: String {
    first == last ? first.fixedName : "\(first.fixedName):\(last.fixedName)"
  }

  /// `'Sheet'!$B$7:$B$12`
  public func fixedName(in sheet: String) -> String { "\(quoted(sheet: sheet))!\(fixedName)" }
}

/// A sheet's name as formulas spell it: in quotes, its own quotes doubled.
public func quoted(sheet name: String) -> String {
  "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
