import Analytics

/// What came of deaths, retirements and other irregular events on a line, year by year.
struct IrregularEvents: Sendable {
  /// By line: amounts in hundredths of the currency unit by year.
  private var amounts: [Int: [FiscalYear: Double]] = [:]

  var isEmpty: Bool { amounts.isEmpty }

  /// From `irregular` amounts contained in a year, and from differences between them and those of
  /// the year before.
  init(_ dataset: Dataset, _ nodes: NodeTable) {
    let irregular = dataset.adjustments.filter {
      $0.kinds.contains("irregular") && $0.stage == .outturn
    }
    var adjusted = AdjustedLines(nodes)
    for adjustment in irregular where adjustment.against == "level" {
      guard let line = adjusted.line(of: adjustment), let middle = adjustment.middle else {
        continue
      }
      amounts[line, default: [:]][adjustment.year, default: 0] += Double(middle.amount.cents)
    }
    for adjustment in irregular where adjustment.against == "previous" {
      guard let line = adjusted.line(of: adjustment), let change = adjustment.amount,
        let now = amounts[line]?[adjustment.year], let before = adjustment.year.previous,
        amounts[line]?[before] == nil
      else { continue }
      amounts[line]![before] = now - Double(change.cents)
    }
  }

  func has(_ line: Int) -> Bool { amounts[line] != nil }

  /// The mean and the mean square of a line's years up to one; nil where it never had such events.
  ///
  /// - Parameter observed: Years in which the line would have shown them.
  func moments(_ line: Int, upTo year: FiscalYear, observed: [FiscalYear]) -> (
    mean: Double, square: Double
  )? {
    guard let own = amounts[line]?.filter({ $0.key <= year }), !own.isEmpty else { return nil }
    let years = Set(own.keys).union(observed.filter { $0 <= year }).sorted()
    let values = years.map { own[$0] ?? 0 }
    let count = Double(values.count)
    return (
      values.reduce(0, +) / count, values.reduce(0) { $0 + $1 * $1 } / count
    )
  }
}
