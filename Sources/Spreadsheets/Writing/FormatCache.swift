internal import CXLSXWriter

/// The formats of a workbook, one for each style in use.
final class FormatCache {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let font: String
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  /// What was asked for last: cells side by side look alike.
  private var last: (style: CellStyle, format: UnsafeMutablePointer<lxw_format>)?

  init(_ book: UnsafeMutablePointer<lxw_workbook>, font: String) {
    self.book = book
    self.font = font
  }

  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format> {
    if let last, last.style == style { return last.format }
    let format = formats[style] ?? made(style)
    last = (style, format)
    return format
  }

  private func made(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format> {
    let format = newFormat()
    setNumber(style, format)
    setFont(style, format)
    setAlignment(style, format)
    setBorders(style, format)
    formats[style] = format
    return format
  }

  /// The look of cells that a formula picks out: only what differs from their own.
  func highlight(_ ink: Colour, _ fill: Colour) -> UnsafeMutablePointer<lxw_format> {
    let format = newFormat()
    format_set_font_color(format, ink.rgb)
    format_set_bg_color(format, fill.rgb)
    return format
  }

  private func newFormat() -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(book) else { preconditionFailure("out of memory") }
    return format
  }

  private func setNumber(_ style: CellStyle, _ format: UnsafeMutablePointer<lxw_format>) {
    if style.number != .general { format_set_num_format(format, style.number.code) }
  }

  private func setFont(_ style: CellStyle, _ format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, font)
    format_set_font_size(format, Double(style.size))
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let ink = style.ink { format_set_font_color(format, ink.rgb) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill.rgb)
    }
  }

  private func setAlignment(_ style: CellStyle, _ format: UnsafeMutablePointer<lxw_format>) {
    let side =
      switch style.alignment {
      case .natural: style.indent > 0 ? LXW_ALIGN_LEFT : LXW_ALIGN_NONE
      case .left: LXW_ALIGN_LEFT
      case .centre: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    if side != LXW_ALIGN_NONE { format_set_align(format, UInt8(side.rawValue)) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.indent > 0 { format_set_indent(format, style.indent) }
    if style.wraps { format_set_text_wrap(format) }
  }

  private func setBorders(_ style: CellStyle, _ format: UnsafeMutablePointer<lxw_format>) {
    if style.top != .none { format_set_top(format, style.top.code) }
    if style.bottom != .none { format_set_bottom(format, style.bottom.code) }
    if style.sides != .none {
      format_set_left(format, style.sides.code)
      format_set_right(format, style.sides.code)
    }
    guard style.top != .none || style.bottom != .none || style.sides != .none else { return }
    format_set_border_color(format, 0x9A_A5_B1)
  }
}

extension CellStyle.Rule {
  fileprivate var code: UInt8 {
    let border =
      switch self {
      case .none: LXW_BORDER_NONE
      case .hair: LXW_BORDER_HAIR
      case .thin: LXW_BORDER_THIN
      case .double: LXW_BORDER_DOUBLE
      }
    return UInt8(border.rawValue)
  }
}
