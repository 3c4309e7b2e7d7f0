/// A row of a table in two parts: cells that it shares with the rows around it, such as the codes
/// and names of their line, and cells of its own.
///
/// A table that hands on one array for all rows of a line lets a format spell those cells once.
public struct Row: Sendable, ExpressibleByArrayLiteral {
  /// The first cells.
  public let shared: [Cell]
  /// The cells after them.
  public let own: [Cell]

  public init(_ shared: [Cell], _ own: [Cell]) {
    self.shared = shared
    self.own = own
  }

  public init(_ cells: [Cell]) { self.init([], cells) }

  public init(arrayLiteral cells: Cell...) { self.init([], cells) }

  public var count: Int { shared.count + own.count }

  public var cells: [Cell] { shared.isEmpty ? own : shared + own }

  public subscript(column: Int) -> Cell {
    column < shared.count ? shared[column] : own[column - shared.count]
  }
}
