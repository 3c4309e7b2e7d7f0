/// How much of the accounts a row of a table sums up.
public enum Level: String, CaseIterable, Hashable, Comparable, Sendable {
  /// Unit × subject.
  case line
  /// Leaf unit × each higher subject.
  case `class`
  /// Each unit and parent unit × all subjects.
  case unit
  /// All units × each subject at each depth.
  case subject
  case total

  private var rank: Int {
    switch self {
    case .line: 0
    case .class: 1
    case .unit: 2
    case .subject: 3
    case .total: 4
    }
  }

  public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }
}
