/// Whose cost per head may be shown.
public enum Privacy: Sendable {
  case none
  /// For publication: nobody's pay can be told from the cost of a category under three heads.
  case published

  /// The cost of fewer heads than this is not shown; in thousandths.
  private static let fewest: Int64 = 3000

  /// Whether the cost of one of so many heads, in thousandths, is not shown.
  public func hides(_ heads: Int64) -> Bool { self == .published && heads < Privacy.fewest }
}
