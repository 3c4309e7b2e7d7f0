/// What a forecast rests on, and why.
public enum Status: Hashable, Sendable, CustomStringConvertible {
  /// The line's own history, by the method that erred least on the dataset.
  case local
  /// One observation.
  case short
  /// Too little in the dataset to measure an interval: the one of other governments is assumed.
  case shortAssumed
  /// As `local`, with limits that are assumed.
  case localAssumed
  case constant
  case allZero
  /// No value at the origin while the unit has others.
  case ended
  /// The unit has nothing at the origin.
  case late
  /// The line's amount is inside a published rest, whose forecast has it.
  case insideRest
  /// Lines are added up.
  case sum

  /// The status where the interval could not be measured on the dataset.
  var assumed: Status {
    switch self {
    case .short: .shortAssumed
    case .local: .localAssumed
    default: self
    }
  }

  public var description: String {
    switch self {
    case .local: "local"
    case .short: "short"
    case .shortAssumed: "short:assumed"
    case .localAssumed: "local:assumed"
    case .constant: "constant"
    case .allZero: "all_zero"
    case .ended: "ended"
    case .late: "late"
    case .insideRest: "fallback:inside_rest"
    case .sum: "sum"
    }
  }
}
