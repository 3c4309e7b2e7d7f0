/// The least squares line in whole numbers: what is printed of it is rounded once.
///
/// Years are counted from the first, so that sums stay small: *n* Σ*xy* of a thousand years of
/// amounts that the ledger can hold fits 128 bits.
struct ExactLine {
  private let years: [FiscalYear]
  private let sum: Int128
  private let sumOfX: Int128
  /// *n* Σ*x*² − (Σ*x*)²
  private let spread: Int128
  /// *n* Σ*xy* − Σ*x* Σ*y*
  private let product: Int128

  /// - Parameter years: At least one, rising.
  init(_ years: [FiscalYear], _ amounts: [Money]) {
    self.years = years
    var (sum, sumOfX, squares, products): (Int128, Int, Int, Int128) = (0, 0, 0, 0)
    for (year, amount) in zip(years, amounts) {
      let x = year.number - years[0].number
      sum += Int128(amount.cents)
      sumOfX += x
      squares += x * x
      products += Int128(x) * Int128(amount.cents)
    }
    self.sum = sum
    self.sumOfX = Int128(sumOfX)
    spread = Int128(years.count * squares - sumOfX * sumOfX)
    product = Int128(years.count) * products - Int128(sumOfX) * sum
  }

  private var n: Int128 { Int128(years.count) }

  var mean: ExactAmount { ExactAmount(sum, over: n) }

  /// Per year; nil for one year.
  var slope: ExactAmount? { spread > 0 ? ExactAmount(product, over: spread) : nil }

  /// The line at the series' year of a place; nil for a series of one year.
  func fitted(_ place: Int) -> ExactAmount? {
    guard spread > 0 else { return nil }
    let x = Int128(years[place].number - years[0].number)
    return ExactAmount(sum * spread + (n * x - sumOfX) * product, over: n * spread)
  }
}
