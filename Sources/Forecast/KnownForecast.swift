import Analytics

/// A line's forecast that rests on what is known and not on the regression: people and rates, a
/// project that ends, an amount that is fixed beforehand.
public struct KnownForecast: Hashable, Sendable {
  public let line: Int
  public let stage: Stage
  public let year: FiscalYear
  /// In hundredths of the currency unit, before rounding.
  public let mean: Double
  /// In hundredths of the currency unit; nil for the widths of the regression.
  public let limits: Limits?
  public let status: Status
  /// They add up to the mean. Without any, what the mean adds to the last figure is the step
  /// `known`.
  public let steps: [StepAmount]

  public init(
    line: Int, stage: Stage, year: FiscalYear, mean: Double, limits: Limits? = nil,
    status: Status, steps: [StepAmount] = []
  ) {
    self.line = line
    self.stage = stage
    self.year = year
    self.mean = mean
    self.limits = limits
    self.status = status
    self.steps = steps
  }
}

/// One line at one stage and year.
struct LineYear: Hashable {
  let line: Int
  let stage: Stage
  let year: FiscalYear
}

/// Known forecasts by line, stage and year; the last word counts where there are two.
public struct KnownForecasts: Sendable {
  public static let none = KnownForecasts([])

  private let byKey: [LineYear: KnownForecast]

  public init(_ forecasts: [KnownForecast]) {
    byKey = Dictionary(
      forecasts.map { (LineYear(line: $0.line, stage: $0.stage, year: $0.year), $0) },
      uniquingKeysWith: { $1 })
  }

  public func of(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> KnownForecast? {
    byKey.isEmpty ? nil : byKey[LineYear(line: line, stage: stage, year: year)]
  }
}
