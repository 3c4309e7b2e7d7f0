import Analytics

/// What stands at one row and column of a table.
public enum Cell: Hashable, Sendable {
  /// Undefined, not published, or in a key: what a level sums over.
  case blank
  case text(String)
  case integer(Int)
  case number(PrintedNumber)
}

extension Cell {
  public init(_ text: String?) { self = text.map(Cell.text) ?? .blank }
  public init(_ integer: Int?) { self = integer.map(Cell.integer) ?? .blank }
  public init(_ number: PrintedNumber?) { self = number.map(Cell.number) ?? .blank }
  public init(_ year: FiscalYear?) { self = year.map { .integer($0.number) } ?? .blank }

  /// The cell as it is printed, without quotes or escapes.
  var spelling: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): number.description
    }
  }
}
