/// What stands in one cell, and how it looks.
public struct SheetCell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case blank
    /// Never taken for a formula, whatever it begins with.
    case text(String)
    case number(Double)
    /// Without the `=`, with the value that it gives.
    case formula(String, cached: Value)
    /// A text that leads to another sheet of the workbook.
    case link(String, sheet: String)
  }

  /// What a formula gives.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
  }

  public var content: Content
  public var style: CellStyle

  public init(_ content: Content, _ style: CellStyle = CellStyle()) {
    self.content = content
    self.style = style
  }

  /// Nothing, and no look of its own.
  public static let empty = SheetCell(.blank)

  var isEmpty: Bool { if case .blank = content { style == CellStyle() } else { false } }
}

/// A row of a sheet.
public struct SheetRow: Hashable, Sendable {
  public var cells: [SheetCell]
  /// How deep the row stands in the outline: 0 is always shown, 7 is the deepest.
  public var outlineLevel: Int
  /// In points; nil for the usual height.
  public var height: Double?

  public init(
    _ cells: [SheetCell] = [], outlineLevel: Int = 0, height: Double? = nil
  ) {
    self.cells = cells
    self.outlineLevel = outlineLevel
    self.height = height
  }

  /// The deepest outline that spreadsheets know.
  public static let deepestOutline = 7
}
