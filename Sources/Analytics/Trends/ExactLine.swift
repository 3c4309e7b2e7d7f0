/// The least squares line in whole numbers: what is printed of it is rounded once.
///
/// Years are counted from the first, so that sums stay small: *n* Σ*xy* of a thousand years of
/// amounts that the ledger can hold fits 128 bits.
struct ExactLine {
  private let x: [Int128]
  private let sum: Int128
  private let sumOfX: Int128
  /// *n* Σ*x*² − (Σ*x*)²
  private let spread: Int128
  /// *n* Σ*xy* − Σ*x* Σ*y*
  private let product: Int128

  /// - Parameter years: At least one, rising.
  init(_ years: [FiscalYear], _ amounts: [Money]) {
    let n = Int128(years.count)
    x = years.map { Int128($0.number - years[0].number) }
    sum = amounts.reduce(0) { $0 + Int128($1.cents) }
    sumOfX = x.reduce(0, +)
    spread = n * x.reduce(0) { $0 + $1 * $1 } - sumOfX * sumOfX
    product = n * zip(x, amounts).reduce(0) { $0 + $1.0 * Int128($1.1.cents) } - sumOfX * sum
  }

  private var n: Int128 { Int128(x.count) }

  var mean: ExactAmount { ExactAmount(sum, over: n) }

  /// Per year; nil for one year.
  var slope: ExactAmount? { spread > 0 ? ExactAmount(product, over: spread) : nil }

  /// The line at the series' year of a place; nil for a series of one year.
  func fitted(_ place: Int) -> ExactAmount? {
    guard spread > 0 else { return nil }
    return ExactAmount(sum * spread + (n * x[place] - sumOfX) * product, over: n * spread)
  }
}
