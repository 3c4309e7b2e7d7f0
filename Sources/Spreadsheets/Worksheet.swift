/// One sheet of a workbook, as a value.
public struct Worksheet: Sendable {
  /// At most 31 characters, none of `[]:*?/\`.
  public var name: String
  public var columns: [SheetColumn] = []
  public var rows: [SheetRow] = []
  /// Texts over several cells.
  public var merged: [MergedText] = []
  /// How many rows and columns stay in sight.
  public var frozen = CellPlace(row: 0, column: 0)
  /// The headings and rows that can be filtered.
  public var filter: CellRange?
  public var inputRules: [InputRule] = []
  public var highlights: [Highlight] = []
  public var charts: [PlacedChart] = []
  public var print = PrintSettings()
  public var tab: Colour?

  public init(name: String) { self.name = name }

  /// What stands at a place; empty beyond the rows and cells there are.
  public subscript(place: CellPlace) -> SheetCell {
    guard place.row < rows.count, place.column < rows[place.row].cells.count else { return .empty }
    return rows[place.row].cells[place.column]
  }
}

/// A column of a sheet.
public struct SheetColumn: Hashable, Sendable {
  /// In characters of the usual font.
  public var width: Double
  public var outlineLevel: Int

  public init(width: Double, outlineLevel: Int = 0) {
    self.width = width
    self.outlineLevel = outlineLevel
  }
}

/// A text over several cells.
public struct MergedText: Hashable, Sendable {
  public let range: CellRange
  public let text: String
  public let style: CellStyle

  /// - Precondition: More than one cell.
  public init(_ range: CellRange, _ text: String, _ style: CellStyle) {
    precondition(range.first != range.last, "one cell is not merged")
    self.range = range
    self.text = text
    self.style = style
  }
}

/// How a sheet is printed.
public struct PrintSettings: Hashable, Sendable {
  public var isLandscape = true
  /// A4 if not A3.
  public var isA3 = false
  /// Rows printed again on every page.
  public var headingRows: ClosedRange<Int>?
  /// Columns printed again on every page.
  public var headingColumns: ClosedRange<Int>?
  /// At the top of every page.
  public var header = PageLine()
  /// At the foot of every page.
  public var footer = PageLine()
  /// What is printed; nil for all.
  public var area: CellRange?
  /// How many pages side by side the sheet is shrunk to.
  public var pagesAcross = 1
  /// Shrinks the sheet onto one page, and not only to one page's width.
  public var isOnePage = false

  public init() {}
}

/// A line at the top or foot of a page, in three parts; plain text.
public struct PageLine: Hashable, Sendable {
  public var left = ""
  public var centre = ""
  public var right = ""
  /// Whether page number and number of pages stand behind the right part.
  public var countsPages = false

  public init() {}
}
