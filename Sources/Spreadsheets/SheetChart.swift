/// A native chart over cells of the workbook.
public struct SheetChart: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case columns, stackedColumns, lines, stackedAreas }

  public enum Title: Hashable, Sendable {
    case text(String)
    /// What the cell of this fixed name shows.
    case cell(String)
  }

  public let kind: Kind
  public var title: Title
  /// For those who cannot see it.
  public var description: String
  public var series: [ChartSeries]
  /// How the value axis spells its numbers.
  public var numbers = CellStyle.NumberFormat.decimals(0)
  /// Beside the value axis.
  public var valueTitle = ""
  /// Between columns, in per cent of their width.
  public var gap = 60
  /// Whether the value axis begins at zero, as lengths are compared.
  public var startsAtZero = false

  public init(_ kind: Kind, title: Title, description: String, series: [ChartSeries]) {
    self.kind = kind
    self.title = title
    self.description = description
    self.series = series
  }
}

/// One series of a chart.
public struct ChartSeries: Hashable, Sendable {
  public enum Look: Hashable, Sendable {
    case filled(Colour)
    case outlined(fill: Colour, line: Colour)
    case line(Colour, isDashed: Bool)
    /// Carries what is stacked on it.
    case invisible
  }

  public let name: String
  /// `'Sheet'!$A$2:$A$9`
  public let categories: String
  public let values: String
  public let look: Look
  /// The colour in which each value is written on its mark; nil where it is not.
  public var valueInk: Colour?
  /// Whether it is named below the chart.
  public var isNamed = true

  public init(_ name: String, categories: String, values: String, look: Look) {
    self.name = name
    self.categories = categories
    self.values = values
    self.look = look
  }
}

/// A chart on a sheet.
public struct PlacedChart: Hashable, Sendable {
  public let chart: SheetChart
  /// Where its upper left corner is.
  public let place: CellPlace
  /// In pixels, 96 to the inch.
  public let width: Int
  public let height: Int

  public init(_ chart: SheetChart, at place: CellPlace, width: Int, height: Int) {
    self.chart = chart
    self.place = place
    self.width = width
    self.height = height
  }
}
