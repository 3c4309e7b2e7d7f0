/// How forecasts of lines and of their sums are brought to agree.
public enum ReconciliationMethod: String, CaseIterable, Hashable, Sendable {
  /// Sums are what lines add up to.
  case bottomUp = "bottom-up"
  /// The total's own forecast, shared out in proportion to those of lines.
  case topDown = "top-down"
  /// Least squares, each forecast weighing as it has erred at past origins.
  case variance
  /// Least squares by the shrunk covariance of errors (Wickramasuriya, Athanasopoulos and Hyndman
  /// 2019).
  case mint
  /// The one of `bottom-up`, `variance` and `mint` that did best at past origins.
  case auto
}

extension ReconciliationMethod {
  /// The methods that past origins are reconciled by before this one is followed.
  var tried: [ReconciliationMethod] {
    switch self {
    case .bottomUp: []
    case .topDown, .variance, .mint: [self]
    case .auto: [.variance, .mint]
    }
  }
}
