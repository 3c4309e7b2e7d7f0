import Analytics
import Spreadsheets

/// How a chart spells amounts: those of a ledger in single yuan in 万元, other single units in
/// millions, where there are so many; else as they are.
struct ChartScale {
  /// Nil for amounts as they are.
  let numbers: CellStyle.NumberFormat?
  /// Beside the axis.
  let unit: String

  init(_ amounts: [PrintedNumber], _ context: WorkbookContext) {
    let unit = context.dataset.amountUnit
    let isLarge = amounts.contains { $0.magnitude.doubleValue >= 1_000_000 }
    guard isLarge && (unit == .unit || unit == .yuan) else {
      numbers = nil
      self.unit = context.amountUnit
      return
    }
    switch context.language {
    case .chinese:
      numbers = .tenThousands
      let currency = context.dataset.currency ?? "CNY"
      self.unit = unit == .yuan || currency == "CNY" ? "万元" : "万 \(currency)"
    case .english:
      numbers = .millions
      self.unit = [context.dataset.currency, "million"].compactMap { $0 }.joined(separator: " ")
    }
  }
}
