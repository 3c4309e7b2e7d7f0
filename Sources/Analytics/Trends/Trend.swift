/// How one node's amounts at one stage have moved over the years.
///
/// All measures are of the normalised amounts.
public struct Trend: Sendable {
  /// One year of the series.
  public struct Point: Hashable, Sendable {
    public let year: FiscalYear
    public let amount: Money
    public let normalised: Money
    /// Nil for a series of one year.
    public let fitted: Money?
    /// `break`, `outlier`, `adjusted`, `interval`, joined by `+`; empty for none.
    public let flag: String
  }

  public let node: Int
  public let stage: Stage
  public let points: [Point]
  public let mean: Money
  /// Growth a year from the first to the last amount; undefined where an end is not positive.
  public let cagr: PrintedNumber?
  /// Per year.
  public let slope: Money?
  public let slopeInterval: (low: Money, high: Money)?
  /// The scaled median absolute deviation of yearly growth, in per cent.
  public let volatility: PrintedNumber?
  public let breakYear: FiscalYear?
  public let outlierYears: [FiscalYear]
  public let streak: Int

  /// - Returns: Nil for a node without an amount at the stage.
  public init?(_ node: Int, _ stage: Stage, of nodes: NodeTable, _ base: Normalisation) {
    let years = nodes.panel.years.filter { nodes.cell(node, stage, $0).money != nil }
    guard let first = years.first, let last = years.last else { return nil }
    let amounts = years.map { nodes.cell(node, stage, $0).money! }
    let changes = years.map { base.change(node, stage, $0) }
    let normalised = zip(amounts, changes).map { $0 + ($1?.amount ?? .zero) }
    let x = years.map { Double($0.number) }
    let y = normalised.map { Double($0.cents) }
    let line = LinearTrend(years: x, amounts: y)
    let shape = SeriesShape(years: x, amounts: y)
    self.node = node
    self.stage = stage
    mean = Trend.mean(normalised)
    cagr = Trend.cagr(normalised.first!, normalised.last!, last.number - first.number)
    slope = line.map { Money(rounding: $0.slope) }
    slopeInterval = line?.interval.map { (Money(rounding: $0.low), Money(rounding: $0.high)) }
    volatility = Trend.volatility(years, y)
    breakYear = shape.breakPlace.map { years[$0] }
    outlierYears = shape.outliers.map { years[$0] }
    streak = shape.streak
    points = years.indices.map { place in
      Point(
        year: years[place], amount: amounts[place], normalised: normalised[place],
        fitted: line.map { Money(rounding: $0.fitted[place]) },
        flag: Trend.flag(place, shape, changes[place]))
    }
  }

  public var firstYear: FiscalYear { points.first!.year }
  public var lastYear: FiscalYear { points.last!.year }

  private static func flag(
    _ place: Int, _ shape: SeriesShape, _ change: Normalisation.Change?
  ) -> String {
    var flags: [String] = []
    if shape.breakPlace == place { flags.append("break") }
    if shape.outliers.contains(place) { flags.append("outlier") }
    if let change, change.amount != .zero { flags.append("adjusted") }
    if change?.isInterval ?? false { flags.append("interval") }
    return flags.joined(separator: "+")
  }

  private static func mean(_ amounts: [Money]) -> Money {
    let sum = amounts.reduce(Int128(0)) { $0 + Int128($1.cents) }
    return Money(cents: Int64(sum.dividedRoundingHalfAway(by: Int128(amounts.count))))
  }

  private static func cagr(_ first: Money, _ last: Money, _ years: Int) -> PrintedNumber? {
    guard first > .zero, last > .zero, years > 0 else { return nil }
    let ratio = Double(last.cents) / Double(first.cents)
    let hundredths = (root(ratio, years) - 1) * 10_000
    return PrintedNumber(rounding: hundredths, decimals: 2)
  }

  /// The *n*-th root by Newton's method: only the four operations, so the same bits everywhere.
  private static func root(_ value: Double, _ n: Int) -> Double {
    var x = max(1, value)
    for _ in 0..<4096 {
      var power = 1.0
      for _ in 1..<n { power *= x }
      if n == 1 { return value }
      let next = x - (x - value / power) / Double(n)
      if next >= x { return next }
      x = next
    }
    return x
  }

  /// Of years that follow one another, over the absolute earlier amount; needs two growths.
  private static func volatility(_ years: [FiscalYear], _ amounts: [Double]) -> PrintedNumber? {
    var growths: [Double] = []
    for place in years.indices.dropFirst()
    where amounts[place - 1] != 0 && years[place].previous == years[place - 1] {
      growths.append((amounts[place] - amounts[place - 1]) / abs(amounts[place - 1]))
    }
    guard growths.count >= 2, let deviation = RobustStatistics.deviation(growths) else {
      return nil
    }
    return PrintedNumber(rounding: deviation * 10_000, decimals: 2)
  }
}

extension Money {
  /// The nearest hundredth, halves away from zero. Amounts beyond the ledger end at its bounds.
  public init(rounding cents: Double) {
    precondition(cents.isFinite, "\(cents) is no amount")
    let bound = 9.2e18
    self.init(cents: Int64(min(bound, max(-bound, cents.rounded(.toNearestOrAwayFromZero)))))
  }
}

extension PrintedNumber {
  /// A mantissa rounded half away from zero; nil beyond what can be printed.
  init?(rounding mantissa: Double, decimals: Int) {
    let rounded = mantissa.rounded(.toNearestOrAwayFromZero)
    guard let whole = Int64(exactly: rounded) else { return nil }
    self.init(mantissa: whole, decimals: decimals)
  }
}
