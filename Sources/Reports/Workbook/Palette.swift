import Spreadsheets

/// The looks of the workbook's cells.
enum Palette {
  static let navy = Colour(0x1F_3A_5F)
  static let blue = Colour(0x2F_6D_B5)
  static let paleBlue = Colour(0xDC_E6_F1)
  static let mist = Colour(0xF2_F6_FA)
  static let grey = Colour(0x5C_67_73)
  static let orange = Colour(0xD9_7B_29)
  static let input = Colour(0xFF_F6_D6)
  static let red = Colour(0x9C_1C_1C)
  static let paleRed = Colour(0xFB_E0_DD)
  static let amber = Colour(0x7A_55_00)
  static let paleAmber = Colour(0xFF_EF_C8)

  static let title = style {
    $0.size = 15; $0.isBold = true; $0.ink = navy
  }
  static let subtitle = style {
    $0.size = 9; $0.ink = grey
  }
  static let section = style {
    $0.size = 11; $0.isBold = true; $0.ink = navy; $0.bottom = .thin
  }
  static let prose = style {
    $0.wraps = true; $0.alignment = .left
  }
  static let link = style { $0.ink = blue }
  static let heading = style {
    $0.isBold = true; $0.ink = navy; $0.fill = paleBlue; $0.alignment = .centre; $0.wraps = true
    $0.size = 9; $0.top = .thin; $0.bottom = .thin; $0.sides = .hair
  }
  static let inputHeading = with(heading) { $0.fill = input }
  static let band = with(heading) { $0.size = 10 }
  static let body = style {
    $0.size = 9; $0.bottom = .hair
  }

  /// The look of a row of an outline, before its numbers' format.
  static func row(_ rank: Outline.Row.Rank) -> CellStyle {
    switch rank {
    case .total:
      with(body) {
        $0.isBold = true; $0.fill = paleBlue; $0.top = .thin
      }
    case .heading:
      with(body) {
        $0.isBold = true; $0.ink = navy; $0.bottom = .thin
      }
    case .unit:
      with(body) {
        $0.isBold = true; $0.fill = mist
      }
    case .group, .line: body
    case .detail: with(body) { $0.ink = grey }
    }
  }

  static func text(_ base: CellStyle, indent: Int = 0) -> CellStyle {
    with(base) {
      $0.number = .text
      $0.alignment = .left
      $0.indent = UInt8(min(indent, 8))
    }
  }

  /// What the planner may change.
  static func input(_ base: CellStyle) -> CellStyle {
    with(base) {
      $0.fill = input; $0.ink = Colour(0x1A_4F_A3); $0.sides = .hair
    }
  }

  static func with(_ base: CellStyle, _ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = base
    change(&style)
    return style
  }

  private static func style(_ change: (inout CellStyle) -> Void) -> CellStyle {
    with(CellStyle(), change)
  }
}
