/// What a series does apart from its slope: a level shift, single years out of line, and the run
/// of rises or falls at its end. Rules only flag; no amount is changed.
public struct SeriesShape: Hashable, Sendable {
  /// The place of the first year of a new level, or nil.
  public let breakPlace: Int?
  /// The places of single years that are out of line.
  public let outliers: [Int]
  /// Years in a row up (positive) or down (negative) at the end, those that are there; 0 after an
  /// unchanged year.
  public let streak: Int

  /// A step or a spike shows itself among at least this many years.
  static let leastForBreak = 6
  static let leastForOutlier = 5

  /// - Parameters:
  ///   - years: Rising, as numbers.
  ///   - amounts: As many.
  public init(
    years: some RandomAccessCollection<Double>, amounts: some RandomAccessCollection<Double>
  ) {
    streak = SeriesShape.streak(amounts)
    guard amounts.count >= SeriesShape.leastForOutlier else {
      (breakPlace, outliers) = (nil, [])
      return
    }
    let start = years.first!  // from 0 on, so that lines err by no more than amounts do
    let (years, amounts) = (years.map { $0 - start }, Array(amounts))
    let line = RobustStatistics.line(years, amounts)
    let fromLine = zip(years, amounts).map { $1 - line.intercept - line.slope * $0 }
    breakPlace = SeriesShape.levelShift(amounts, fromLine)
    outliers = SeriesShape.outliers(
      amounts, breakPlace.map { SeriesShape.residualsFromLevels(amounts, $0) } ?? fromLine)
  }

  private static func streak(_ amounts: some BidirectionalCollection<Double>) -> Int {
    var count = 0
    for (later, earlier) in zip(amounts.reversed(), amounts.reversed().dropFirst()) {
      let direction = later > earlier ? 1 : later < earlier ? -1 : 0
      if direction == 0 || direction * count < 0 { break }
      count += direction
    }
    return count
  }

  /// The step that leaves the least sum of absolute deviations from the medians of its two sides,
  /// if it leaves at most half of what one level leaves and half of what a robust line leaves: a
  /// trend is no break. Each side has at least two years.
  ///
  /// Source: Bai (1995), Econometric Theory 11, 403–436 (least absolute deviation estimation of
  /// a shift); the comparison with a line and the halving are our own.
  ///
  /// - Parameter fromLine: The residuals from the robust line.
  private static func levelShift(_ amounts: [Double], _ fromLine: [Double]) -> Int? {
    guard amounts.count >= leastForBreak else { return nil }
    let before = spreads(amounts, of: Array(amounts.indices))
    let after = spreads(amounts, of: amounts.indices.reversed())
    var best: (place: Int, deviation: Double)?
    for place in 2...(amounts.count - 2) {
      let deviation = before[place - 1] + after[amounts.count - place - 1]
      if best.map({ deviation < $0.deviation }) ?? true { best = (place, deviation) }
    }
    guard let best else { return nil }
    let aroundLine = fromLine.reduce(0) { $0 + abs($1) }
    let limit = min(before.last!, aroundLine) / 2
    let slack = SeriesShape.slack(amounts)
    return best.deviation <= limit + slack && limit > slack ? best.place : nil
  }

  /// The sums of absolute deviations from the median: of the first place alone, of the first two,
  /// and so on.
  ///
  /// - Parameter places: From an end of the series on, one beside the other.
  private static func spreads(_ amounts: [Double], of places: [Int]) -> [Double] {
    var sorted: [Double] = []
    return places.map { place in
      sorted.insert(amounts[place], at: sorted.firstIndex { $0 > amounts[place] } ?? sorted.count)
      let centre = RobustStatistics.middle(ofSorted: sorted)
      let side = amounts[min(places[0], place)...max(places[0], place)]
      return side.reduce(0) { $0 + abs($1 - centre) }
    }
  }

  /// Years further from the robust line, or from the level of their side of a break, than three
  /// scaled median absolute deviations and than a tenth of the usual amount.
  ///
  /// Source: Hampel (1974), Journal of the American Statistical Association 69, 383–393, with the
  /// factor 3 of Davies and Gather (1993), ibid. 88, 782–792; the tenth is our own, so that years
  /// are not flagged for cents in a series that hardly moves.
  private static func outliers(_ amounts: [Double], _ residuals: [Double]) -> [Int] {
    let scale = RobustStatistics.deviation(residuals) ?? 0
    let usual = RobustStatistics.median(amounts.map { abs($0) }) ?? 0
    let limit = max(3 * scale, usual / 10)
    return residuals.indices.filter { abs(residuals[$0]) > limit + slack(amounts) }
  }

  /// What sums of residuals in doubles may err by: what is as near as that to a limit is on it.
  /// Amounts are whole hundredths, so that of usual sizes what is not on it is further away.
  private static func slack(_ amounts: [Double]) -> Double {
    amounts.reduce(0) { max($0, abs($1)) } * Double(amounts.count) * 16 * .ulpOfOne
  }

  private static func residualsFromLevels(_ amounts: [Double], _ step: Int) -> [Double] {
    let before = RobustStatistics.median(amounts[..<step])!
    let after = RobustStatistics.median(amounts[step...])!
    return amounts.enumerated().map { $1 - ($0 < step ? before : after) }
  }
}
