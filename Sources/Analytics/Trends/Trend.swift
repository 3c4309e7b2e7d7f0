/// How one node's amounts at one stage have moved over the years.
///
/// All measures are of the normalised amounts.
public struct Trend: Sendable {
  /// One year of the series.
  public struct Point: Sendable {
    public let year: FiscalYear
    public let amount: Money
    public let normalised: Money
    /// Nil for a series of one year.
    public let fitted: ExactAmount?
    /// `break`, `outlier`, `adjusted`, `interval`, joined by `+`; empty for none.
    public let flag: String
  }

  public let node: Int
  public let stage: Stage
  public let years: [FiscalYear]
  private let amounts: [Money]
  private let normalised: [Money]
  /// Empty where no amount is changed.
  private let changes: [Normalisation.Change?]
  private let line: ExactLine
  private let shape: SeriesShape

  /// It borrows what initialisers take a copy of: for each trend of a large panel that was felt.
  ///
  /// - Returns: Nil for a node without an amount at the stage.
  public init?(
    _ node: Int, _ stage: Stage, of nodes: borrowing NodeTable, _ base: borrowing Normalisation
  ) {
    var (years, amounts): ([FiscalYear], [Money]) = ([], [])
    years.reserveCapacity(nodes.panel.years.count)
    amounts.reserveCapacity(nodes.panel.years.count)
    for year in nodes.panel.years {
      guard let amount = nodes.cell(node, stage, year).money else { continue }
      years.append(year)
      amounts.append(amount)
    }
    guard !years.isEmpty else { return nil }
    self.node = node
    self.stage = stage
    self.years = years
    self.amounts = amounts
    let changes = base.changes(node, stage, years)
    self.changes = changes
    normalised =
      changes.isEmpty ? amounts : zip(amounts, changes).map { $0 + ($1?.amount ?? .zero) }
    line = ExactLine(years, normalised)
    shape = SeriesShape(
      years: years.lazy.map { Double($0.number) },
      amounts: normalised.lazy.map { Double($0.cents) })
  }

  public var firstYear: FiscalYear { years.first! }
  public var lastYear: FiscalYear { years.last! }

  /// The first year of a new level.
  public var breakYear: FiscalYear? { shape.breakPlace.map { years[$0] } }

  public var outlierYears: [FiscalYear] { shape.outliers.map { years[$0] } }

  /// Years in a row up (positive) or down (negative) at the end.
  public var streak: Int { shape.streak }

  /// One for each year.
  public var points: some Sequence<Point> {
    years.indices.lazy.map { place in
      Point(
        year: years[place], amount: amounts[place], normalised: normalised[place],
        fitted: line.fitted(place),
        flag: Trend.flag(place, shape, changes.isEmpty ? nil : changes[place]))
    }
  }

  public var mean: ExactAmount { line.mean }

  /// Per year.
  public var slope: ExactAmount? { line.slope }

  public var slopeInterval: (low: Money, high: Money)? {
    guard years.count >= 3 else { return nil }
    let line = LinearTrend(
      years: years.lazy.map { Double($0.number) },
      amounts: normalised.lazy.map { Double($0.cents) })
    return line?.interval.map { (Money(rounding: $0.low), Money(rounding: $0.high)) }
  }

  /// Growth a year from the first to the last amount; undefined where an end is not positive.
  public var cagr: PrintedNumber? {
    GrowthRate.compound(
      from: normalised.first!, to: normalised.last!, years: lastYear.number - firstYear.number)
  }

  /// The scaled median absolute deviation of yearly growth, in per cent.
  public var volatility: PrintedNumber? { Trend.volatility(years, normalised) }

  private static func flag(
    _ place: Int, _ shape: SeriesShape, _ change: Normalisation.Change?
  ) -> String {
    if shape.breakPlace == nil && shape.outliers.isEmpty && change == nil { return "" }
    var flags: [String] = []
    if shape.breakPlace == place { flags.append("break") }
    if shape.outliers.contains(place) { flags.append("outlier") }
    if let change, change.amount != .zero { flags.append("adjusted") }
    if change?.isInterval ?? false { flags.append("interval") }
    return flags.joined(separator: "+")
  }

  /// Of years that follow one another, over the absolute earlier amount; needs two growths.
  ///
  /// Found in doubles; where that is as near to a half as they may err, fractions decide.
  private static func volatility(_ years: [FiscalYear], _ amounts: [Money]) -> PrintedNumber? {
    let places = years.indices.dropFirst().filter { place in
      amounts[place - 1] != .zero && years[place].previous == years[place - 1]
    }
    guard places.count >= 2 else { return nil }
    let growths = places.map { place in
      Double((amounts[place] - amounts[place - 1]).cents)
        / Double(amounts[place - 1].magnitude.cents)
    }
    guard let deviation = RobustStatistics.deviation(growths) else { return nil }
    let hundredths = deviation * 10_000
    let error = growths.reduce(0) { max($0, abs($1)) } * 10_000 * 64 * .ulpOfOne
    if abs(hundredths - hundredths.rounded(.down) - 0.5) <= error,
      let exact = try? exactDeviation(places, amounts)
    {
      return exact
    }
    return PrintedNumber(rounding: hundredths, decimals: 2)
  }

  /// In fractions, as long as they fit.
  private static func exactDeviation(
    _ places: [Int], _ amounts: [Money]
  ) throws(ArithmeticProblem) -> PrintedNumber {
    var growths: [Rational] = []
    for place in places {
      growths.append(
        try Rational(
          Int128((amounts[place] - amounts[place - 1]).cents),
          over: Int128(amounts[place - 1].magnitude.cents)))
    }
    let centre = try median(growths)
    var distances: [Rational] = []
    for growth in growths { distances.append(try (growth - centre).magnitude) }
    let consistency = try Rational(14_826, over: 100)  // 1.4826, in per cent
    return try (median(distances) * consistency).rounded(decimals: 2)
  }

  private static func median(_ values: [Rational]) throws(ArithmeticProblem) -> Rational {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return try (sorted[middle - 1] + sorted[middle]) / Rational(2)
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
