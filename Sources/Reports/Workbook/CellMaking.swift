import Analytics
import Spreadsheets

/// Cells of tables as cells of a sheet.
enum CellMaking {
  static func cell(_ cell: Cell, _ kind: Column.Kind, _ base: CellStyle) -> SheetCell {
    switch cell {
    case .blank: SheetCell(.blank, kind == .text ? Palette.text(base) : base)
    case .text(let text):
      SheetCell(.text(text), Palette.text(base, indent: 1))
    case .integer(let integer):
      SheetCell(.number(Double(integer)), numbered(base, kind == .year ? .year : .decimals(0)))
    case .number(let number):
      SheetCell(.number(number.doubleValue), numbered(base, .decimals(number.decimals)))
    }
  }

  /// A blank that is ready for a number.
  static func blank(
    _ kind: Column.Kind, _ base: CellStyle, _ context: WorkbookContext
  ) -> SheetCell {
    SheetCell(
      .blank,
      kind == .text ? Palette.text(base) : numbered(base, .decimals(usual(kind, context))))
  }

  static func formula(
    _ text: String, _ value: PrintedNumber?, _ kind: Column.Kind, _ base: CellStyle,
    _ context: WorkbookContext
  ) -> SheetCell {
    let decimals = value?.decimals ?? usual(kind, context)
    return SheetCell(
      .formula(text, cached: value.map { .number($0.doubleValue) } ?? .text("")),
      numbered(base, .decimals(decimals)))
  }

  /// How many characters a number takes with its separators.
  static func width(_ grid: OutlineGrid, _ row: Int, _ column: Int) -> Int {
    switch grid[row, column] {
    case .blank: 0
    case .value(let cell): width(cell)
    case .formula(_, let value): value.map(width) ?? 0
    }
  }

  static func width(_ cell: Cell) -> Int {
    switch cell {
    case .blank: 0
    case .text(let text): text.displayWidth
    case .integer(let integer): width(PrintedNumber(integer))
    case .number(let number): width(number)
    }
  }

  private static func width(_ number: PrintedNumber) -> Int { number.length + number.length / 4 }

  private static func usual(_ kind: Column.Kind, _ context: WorkbookContext) -> Int {
    switch kind {
    case .amount: context.dataset.decimals
    case .percent, .number: 2
    case .text, .year, .integer: 0
    }
  }

  private static func numbered(
    _ base: CellStyle, _ format: CellStyle.NumberFormat
  ) -> CellStyle {
    Palette.with(base) {
      $0.number = format; $0.alignment = .right
    }
  }
}
