import Analytics

/// A forecast of one node at one stage and year.
///
/// Runs keep a million of them: whole numbers are stored no wider than they can be.
public struct Prediction: Hashable, Sendable {
  /// Before reconciliation: the regression's, or what is known; of a node above the lines its own
  /// forecast, or the sum of its lines where it has none. In hundredths of the currency unit, as
  /// the two that follow.
  public let base: Double
  /// After reconciliation, before ceilings.
  public let reconciled: Double
  /// After ceilings, before rounding.
  public let constrained: Double
  /// In hundredths of the currency unit, on the last printed digit.
  public let mean: Money
  /// 80 % and 95 % limits: lo95 ≤ lo80 ≤ mean ≤ hi80 ≤ hi95.
  public private(set) var limits: Limits
  private let storedNode: Int32
  private let storedObservations: Int32
  private let storedHorizon: Int16
  public let year: FiscalYear
  public let stage: Stage
  public let basis: Basis
  public let method: MethodName?
  public private(set) var status: Status

  init(
    node: Int, stage: Stage, year: FiscalYear, horizon: Int, basis: Basis, base: Double,
    reconciled: Double, constrained: Double, mean: Money, limits: Limits, method: MethodName?,
    observations: Int, status: Status
  ) {
    self.base = base
    self.reconciled = reconciled
    self.constrained = constrained
    self.mean = mean
    self.limits = limits
    storedNode = Int32(node)
    storedObservations = Int32(observations)
    storedHorizon = Int16(horizon)
    self.year = year
    self.stage = stage
    self.basis = basis
    self.method = method
    self.status = status
  }

  public var node: Int { Int(storedNode) }
  /// Panel years after the origin.
  public var horizon: Int { Int(storedHorizon) }
  public var observations: Int { Int(storedObservations) }

  /// The same with other limits, and what they are due to.
  func within(_ limits: Limits, _ status: Status) -> Prediction {
    var it = self
    (it.limits, it.status) = (limits, status)
    return it
  }
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
