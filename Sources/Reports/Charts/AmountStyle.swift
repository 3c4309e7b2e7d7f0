import Analytics

/// How a chart prints amounts: in a unit in which the largest has few digits.
///
/// Scaling is a shift of the decimal point; a label is rounded half away from zero from the
/// printed number, never computed.
struct AmountStyle: Sendable {
  /// How many places the decimal point moves to the left.
  let shift: Int
  let unit: Bilingual

  static let plain = AmountStyle(shift: 0, unit: Bilingual(zh: "", en: ""))
  static let percent = AmountStyle(shift: 0, unit: Bilingual(zh: "%", en: "%"))

  /// - Parameter largest: The largest magnitude that the chart shows, in the amount unit.
  init(_ unit: AmountUnit, currency: String?, largest: Double) {
    let choices = AmountStyle.choices(unit, currency)
    let fitting = choices.first { largest < AmountStyle.power($0.shift) * 100_000 }
    self = fitting ?? choices[choices.count - 1]
  }

  private init(shift: Int, unit: Bilingual) {
    self.shift = shift
    self.unit = unit
  }

  /// A value for a chart, and its label.
  func callAsFunction(_ number: PrintedNumber) -> ChartValue {
    ChartValue(
      number.doubleValue / AmountStyle.power(shift), label(number), full: number.grouped)
  }

  /// Three to five digits: 884.83, 1,205.9, 16,856.
  func label(_ number: PrintedNumber) -> String {
    let decimals = number.decimals + shift
    let whole = number.mantissa.magnitude / UInt64(Int128.powerOfTen(min(decimals, 18)))
    let shown = whole >= 10_000 ? 0 : whole >= 1_000 ? 1 : 2
    return number.shifted(shift, decimals: min(shown, decimals)).grouped
  }

  private static func power(_ exponent: Int) -> Double { Double(Int128.powerOfTen(exponent)) }

  private static func choices(_ unit: AmountUnit, _ currency: String?) -> [AmountStyle] {
    AmountUnitWording.atLeast(unit, currency).map {
      AmountStyle(shift: $0.exponent - unit.exponent, unit: $0.name)
    }
  }
}

/// A value in a chart.
public struct ChartValue: Hashable, Sendable {
  /// Where it is drawn.
  let value: Double
  /// What is written beside it.
  let label: String
  /// All its digits, as in the table.
  let full: String

  init(_ value: Double, _ label: String, full: String) {
    self.value = value
    self.label = label
    self.full = full
  }
}
