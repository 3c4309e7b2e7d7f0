/// What a forecast rests on, and why.
public enum Status: Hashable, Sendable, CustomStringConvertible {
  /// The line's own history and the regression over all lines.
  case pooled
  /// As `pooled`, with the coefficients of other panels: this one is too short to have its own.
  case pooledPrior
  /// As `pooled`; a year near the origin taught nothing.
  case pooledAfter(PanelBreaks.Kind)
  /// A line that moves, before it is known what it is forecast by.
  case local
  /// One observation.
  case short
  /// Too little in the dataset to measure an interval: the one of other governments is assumed.
  case shortAssumed
  /// Two observations or more, with limits that are assumed.
  case pooledAssumed
  case constant
  case allZero
  /// No value at the origin while its unit has others.
  case ended
  /// The unit has nothing at the origin.
  case late
  case fallback(Reason)
  /// People, rates and standards.
  case staffing
  /// The project's last year is over.
  case projectEnded
  /// An amount that is fixed beforehand.
  case fixed
  /// A ceiling or a floor holds it.
  case ceiling
  /// Lines are added up.
  case sum

  /// Why the regression is not used.
  public enum Reason: String, Hashable, Sendable {
    /// The line's amount is inside a published rest, whose forecast has it.
    case insideRest = "inside_rest"
    /// The last value, or the adopted budget, has erred less at past origins.
    case anchorErrsLess = "anchor_errs_less"
    /// One method was asked for.
    case forced = "method_forced"
  }

  /// The status where the interval could not be measured on the dataset.
  var assumed: Status {
    switch self {
    case .short: .shortAssumed
    case .pooled, .pooledPrior, .pooledAfter, .local: .pooledAssumed
    default: self
    }
  }

  public var description: String {
    switch self {
    case .pooled, .local: "pooled"
    case .pooledPrior: "pooled:prior"
    case .pooledAfter(let kind): "pooled:\(kind.rawValue)"
    case .pooledAssumed: "pooled:assumed"
    case .short: "short"
    case .shortAssumed: "short:assumed"
    case .constant: "constant"
    case .allZero: "all_zero"
    case .ended: "ended"
    case .late: "late"
    case .fallback(let reason): "fallback:\(reason.rawValue)"
    case .staffing: "staffing"
    case .projectEnded: "project_ended"
    case .fixed: "fixed"
    case .ceiling: "ceiling"
    case .sum: "sum"
    }
  }
}
