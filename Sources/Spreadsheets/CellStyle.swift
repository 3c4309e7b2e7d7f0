/// How a cell looks, and how its number is spelt.
public struct CellStyle: Hashable, Sendable {
  public enum NumberFormat: Hashable, Sendable {
    case general
    /// Stays text when it is edited: a code keeps its zeros, `=1+1` is not run.
    case text
    /// An integer without separators.
    case year
    /// Thousands separators, so many decimals, negatives in red.
    case decimals(Int)
    /// In ten thousands (万), one decimal, nothing for zero.
    case tenThousands
    /// In millions, one decimal, nothing for zero.
    case millions
    /// So many decimals, nothing for zero.
    case decimalsButZero(Int)
  }

  public enum Alignment: Hashable, Sendable { case natural, left, centre, right }

  public enum Rule: Hashable, Sendable { case none, hair, thin, double }

  public var number = NumberFormat.general
  public var alignment = Alignment.natural
  /// Steps from the left edge.
  public var indent: UInt8 = 0
  /// In points.
  public var size: UInt8 = 10
  public var isBold = false
  public var isItalic = false
  public var wraps = false
  public var ink: Colour?
  public var fill: Colour?
  public var top = Rule.none
  public var bottom = Rule.none
  /// On both sides.
  public var sides = Rule.none

  public init() {}

  /// Of what differs between the styles of a workbook, so that a style is found at once for each of
  /// its cells.
  public func hash(into hasher: inout Hasher) {
    let marks = (isBold ? 1 : 0) | (isItalic ? 2 : 0) | (wraps ? 4 : 0) | UInt64(indent) << 8
    let colours = UInt64(ink?.rgb ?? 0) << 20 ^ UInt64(fill?.rgb ?? 0) << 40
    hasher.combine(marks ^ UInt64(size) << 16 ^ colours ^ number.place << 3)
  }
}

/// Red, green and blue in a byte each: 0xC00000 is dark red.
public struct Colour: Hashable, Sendable {
  public let rgb: UInt32

  public init(_ rgb: UInt32) { self.rgb = rgb }
}

extension CellStyle.NumberFormat {
  /// A small number of its own for each format with few decimals.
  fileprivate var place: UInt64 {
    switch self {
    case .general: 0
    case .text: 1
    case .year: 2
    case .tenThousands: 3
    case .millions: 4
    case .decimals(let count): 8 + 2 * UInt64(count & 7)
    case .decimalsButZero(let count): 9 + 2 * UInt64(count & 7)
    }
  }

  /// As a spreadsheet spells it.
  public var code: String {
    switch self {
    case .general: "General"
    case .text: "@"
    case .year: "0"
    case .decimals(let count):
      "\(CellStyle.NumberFormat.digits(count));[Red]-\(CellStyle.NumberFormat.digits(count))"
    case .tenThousands: "0\\.0,;-0\\.0,;"
    case .millions: "#,##0.0,,;-#,##0.0,,;"
    case .decimalsButZero(let count):
      "\(CellStyle.NumberFormat.digits(count));-\(CellStyle.NumberFormat.digits(count));"
    }
  }

  private static func digits(_ decimals: Int) -> String {
    "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
  }
}
