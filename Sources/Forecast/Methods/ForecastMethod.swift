import Analytics

/// What a forecast starts from: the history alone, or the adopted budget of the year too.
public enum Basis: String, CaseIterable, Hashable, Comparable, Sendable {
  case history, budget

  public static func < (a: Basis, b: Basis) -> Bool { a == .history && b == .budget }
}

/// A question to a method: one line, what is known of it, and how far ahead.
public struct Question: Sendable {
  /// The line's place in the panel.
  public let line: Int
  public let past: Past
  /// Panel years from the last observation to the target.
  public let steps: Int
  /// The target year's adopted budget, where the basis is the budget.
  public let budget: Double?

  public init(line: Int, past: Past, steps: Int, budget: Double? = nil) {
    self.line = line
    self.past = past
    self.steps = steps
    self.budget = budget
  }
}

/// A way to forecast one line. Methods that learn from other lines are fitted before.
public protocol ForecastMethod: Sendable {
  /// The name in `forecasts.csv` and `accuracy.csv`.
  var name: MethodName { get }

  /// The forecast in hundredths of the currency unit, or nil where the method has none.
  func forecast(_ question: Question) -> Double?
}

/// The methods, in the order in which ties are decided.
public enum MethodName: String, CaseIterable, Hashable, Sendable {
  case naive
  case budget
  case halfDrift = "half_drift"
  case drift
  case damped
  case theta
  case pooled
  case mixture
}
