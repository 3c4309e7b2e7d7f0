import Analytics

/// What was done to make one target's forecasts agree, for the manifest.
public struct ReconciliationCertificate: Hashable, Sendable {
  public let stage: Stage
  public let year: FiscalYear
  public let horizon: Int
  public let method: ReconciliationMethod
  /// Before ceilings.
  public internal(set) var leastSquares = SolverCertificate()
  /// Under ceilings.
  public internal(set) var ceilings = SolverCertificate()
  /// How many ceilings are about the target, and how many lines and nodes they hold.
  public internal(set) var rules = 0
  public internal(set) var held = 0
  /// By how many last digits rounding moved a line or node at most.
  public private(set) var largestRounding = 0.0
  /// How many lines and nodes it moved by a whole last digit, for ceilings that cross both trees,
  /// and how many of these are missed all the same.
  public private(set) var movedByRounding = 0
  public private(set) var missedByRounding = 0

  init(_ target: Target, _ year: FiscalYear, _ method: ReconciliationMethod) {
    stage = target.stage
    horizon = target.horizon
    self.year = year
    self.method = method
  }

  mutating func add(_ rounding: RuledRounding) {
    largestRounding = rounding.largestMove
    movedByRounding = rounding.moved
    missedByRounding = rounding.missed
  }
}
