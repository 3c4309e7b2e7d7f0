import Analytics

/// A forecast of one node at one stage and year.
public struct Prediction: Hashable, Sendable {
  public let node: Int
  public let stage: Stage
  public let year: FiscalYear
  /// Panel years after the origin.
  public let horizon: Int
  public let basis: Basis
  /// Before reconciliation: the regression's, or what is known; of a node above the lines its own
  /// forecast, or the sum of its lines where it has none. In hundredths of the currency unit, as
  /// the two that follow.
  public var base: Double
  /// After reconciliation, before ceilings.
  public var reconciled: Double
  /// After ceilings, before rounding.
  public var constrained: Double
  /// In hundredths of the currency unit, on the last printed digit.
  public var mean: Money
  /// 80 % and 95 % limits: lo95 ≤ lo80 ≤ mean ≤ hi80 ≤ hi95.
  public var limits: Limits
  public let method: MethodName?
  public let observations: Int
  public let status: Status
}

/// The ends of the 80 % and the 95 % interval, in hundredths of the currency unit.
public struct Limits: Hashable, Sendable {
  public var low95: Double
  public var low80: Double
  public var high80: Double
  public var high95: Double

  public init(low95: Double, low80: Double, high80: Double, high95: Double) {
    self.low95 = low95
    self.low80 = low80
    self.high80 = high80
    self.high95 = high95
  }

  /// No width.
  static let zero = Limits(low95: 0, low80: 0, high80: 0, high95: 0)

  /// The limits around a mean, made to contain it and each other, cut at zero where amounts
  /// cannot be negative.
  func around(_ mean: Double, canBeNegative: Bool) -> Limits {
    let floor = canBeNegative ? -Double.infinity : 0
    let low80 = max(floor, min(self.low80, mean))
    let high80 = max(self.high80, mean)
    return Limits(
      low95: max(floor, min(low95, low80)), low80: low80, high80: high80,
      high95: max(high95, high80))
  }
}
