internal import CXLSXWriter

/// Writes one native chart.
struct ChartWriter {
  private let placed: PlacedChart
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let texts: CTexts
  private var chart: SheetChart { placed.chart }

  init(_ placed: PlacedChart, _ book: UnsafeMutablePointer<lxw_workbook>, _ texts: CTexts) {
    self.placed = placed
    self.book = book
    self.texts = texts
  }

  func insert(
    into sheet: UnsafeMutablePointer<lxw_worksheet>, _ place: String
  ) throws(SpreadsheetError) {
    guard let target = workbook_add_chart(book, UInt8(chart.kind.code.rawValue)) else {
      throw SpreadsheetError(place: place, problem: "out of memory")
    }
    for (number, series) in chart.series.enumerated() { try add(series, number, target, place) }
    setTitle(target)
    setAxes(target)
    setFrame(target)
    var options = lxw_chart_options()
    options.x_scale = Double(placed.width) / usualWidth
    options.y_scale = Double(placed.height) / usualHeight
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    options.description = texts.pointer(
      SafeText.line(chart.description, to: SafeText.longestPrompt))
    try check(
      worksheet_insert_chart_opt(
        sheet, lxw_row_t(placed.place.row), lxw_col_t(placed.place.column), target, &options),
      "\(place), chart")
  }

  private func add(
    _ series: ChartSeries, _ number: Int, _ target: UnsafeMutablePointer<lxw_chart>,
    _ place: String
  ) throws(SpreadsheetError) {
    guard let drawn = chart_add_series(target, "=\(series.categories)", "=\(series.values)") else {
      throw SpreadsheetError(place: "\(place), chart", problem: "series \(number) is refused")
    }
    chart_series_set_name(drawn, plain(series.name))
    paint(series.look, drawn)
    guard let ink = series.valueInk else { return }
    chart_series_set_labels(drawn)
    chart_series_set_labels_num_format(drawn, chart.numbers.code)
    var font = self.font(size: 8)
    font.color = ink.rgb
    chart_series_set_labels_font(drawn, &font)
  }

  private func paint(_ look: ChartSeries.Look, _ series: UnsafeMutablePointer<lxw_chart_series>) {
    switch look {
    case .filled(let colour): set(series, fill: colour, line: nil)
    case .outlined(let fill, let line): set(series, fill: fill, line: line)
    case .invisible: set(series, fill: nil, line: nil)
    case .line(let colour, let isDashed):
      var line = lxw_chart_line()
      line.color = colour.rgb
      line.width = isDashed ? 1.25 : 2.25
      line.dash_type = isDashed ? UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) : 0
      chart_series_set_line(series, &line)
    }
  }

  private func set(
    _ series: UnsafeMutablePointer<lxw_chart_series>, fill: Colour?, line: Colour?
  ) {
    var area = lxw_chart_fill()
    area.color = fill?.rgb ?? 0
    area.none = fill == nil ? 1 : 0
    chart_series_set_fill(series, &area)
    var border = lxw_chart_line()
    border.color = line?.rgb ?? 0
    border.none = line == nil ? 1 : 0
    border.width = line == nil ? 0 : 1
    chart_series_set_line(series, &border)
  }

  private func setTitle(_ target: UnsafeMutablePointer<lxw_chart>) {
    switch chart.title {
    case .text(let text): chart_title_set_name(target, plain(text))
    case .cell(let cell): chart_title_set_name(target, "=\(cell)")
    }
    var font = self.font(size: 11)
    font.bold = 1
    chart_title_set_name_font(target, &font)
  }

  private func setAxes(_ target: UnsafeMutablePointer<lxw_chart>) {
    var font = self.font(size: 9)
    let (categories, values) = (target.pointee.x_axis, target.pointee.y_axis)
    chart_axis_set_num_font(categories, &font)
    chart_axis_set_num_font(values, &font)
    chart_axis_set_num_format(values, chart.numbers.code)
    chart_axis_set_label_position(categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    var grid = lxw_chart_line()
    grid.color = 0xD9_DE_E4
    grid.width = 0.75
    chart_axis_major_gridlines_set_line(values, &grid)
    if chart.startsAtZero { chart_axis_set_min(values, 0) }
    if chart.kind == .stackedAreas {
      chart_axis_set_position(categories, UInt8(LXW_CHART_AXIS_POSITION_ON_TICK.rawValue))
    }
    guard !chart.valueTitle.isEmpty else { return }
    chart_axis_set_name(values, plain(chart.valueTitle))
    chart_axis_set_name_font(values, &font)
  }

  private func setFrame(_ target: UnsafeMutablePointer<lxw_chart>) {
    chart_legend_set_position(target, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var font = self.font(size: 9)
    chart_legend_set_font(target, &font)
    var unnamed = chart.series.indices.filter { !chart.series[$0].isNamed }.map(Int16.init) + [-1]
    if unnamed.count > 1 { chart_legend_delete_series(target, &unnamed) }
    switch chart.kind {
    case .stackedColumns: chart_set_series_gap(target, UInt16(chart.gap))
    case .columns:
      chart_set_series_gap(target, UInt16(chart.gap))
      chart_set_series_overlap(target, 0)
    case .lines, .stackedAreas: break
    }
    var border = lxw_chart_line()
    border.color = 0xD9_DE_E4
    border.width = 0.75
    chart_chartarea_set_line(target, &border)
  }

  private func font(size: Double) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.size = size
    font.color = 0x33_3F_4D
    return font
  }

  /// Text that the library would take for a formula gets a space before it.
  private func plain(_ text: String) -> String {
    let line = SafeText.line(text, to: SafeText.longestPrompt)
    return line.hasPrefix("=") ? " " + line : line
  }
}

extension SheetChart.Kind {
  fileprivate var code: lxw_chart_type {
    switch self {
    case .columns: LXW_CHART_COLUMN
    case .stackedColumns: LXW_CHART_COLUMN_STACKED
    case .lines: LXW_CHART_LINE
    case .stackedAreas: LXW_CHART_AREA_STACKED
    }
  }
}

/// The library's own size of a chart, in pixels.
private let usualWidth = 480.0
private let usualHeight = 288.0
