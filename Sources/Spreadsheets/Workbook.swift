/// A workbook as a value: what is written to an `.xlsx` file.
public struct Workbook: Sendable {
  public var title: String
  public var subject = ""
  /// The font of all cells.
  public var font = "Calibri"
  /// In the order of their tabs; the first is open.
  public var sheets: [Worksheet]
  public var names: [DefinedName] = []

  public init(title: String, sheets: [Worksheet]) {
    self.title = title
    self.sheets = sheets
  }

  public func sheet(_ name: String) -> Worksheet? { sheets.first { $0.name == name } }
}

/// A name that formulas can use for cells.
public struct DefinedName: Hashable, Sendable {
  /// Letters, digits and `_`; begins with a letter.
  public let name: String
  /// `'Sheet'!$B$7:$B$12`
  public let cells: String

  public init(_ name: String, _ cells: String) {
    self.name = name
    self.cells = cells
  }
}
