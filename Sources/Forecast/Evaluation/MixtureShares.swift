/// The shares of the pooled regression and of the anchor, from how both erred at past origins.
///
/// The regression has all, unless the anchor (the last value, or the adopted budget) has erred less
/// at every one of three past origins or more, and by 5 % in the mean. Then *n* such origins leave
/// it 1 − *n* / 4. Shares chosen freely by a few origins lose on real panels: at each of them the
/// regression knew less than it knows today.
struct MixtureShares {
  let shares: [Double]

  /// How many origins at least, how many leave nothing, and what mean loss.
  private static let (fewestOrigins, clearOrigins, clearLoss) = (3, 4, 1.05)

  init(_ outcomes: [[Outcome]], _ basis: Basis, _ methods: [MethodName]) {
    let anchor = methods.firstIndex(of: basis == .budget ? .budget : .naive) ?? 0
    guard let pooled = methods.firstIndex(of: .pooled) else {
      shares = Mixture.whole(anchor, of: methods.count)
      return
    }
    let share = Self.share(outcomes.compactMap { Self.relativeError($0, pooled, anchor) })
    shares = methods.indices.map { $0 == pooled ? share : $0 == anchor ? 1 - share : 0 }
  }

  /// - Parameter errors: By origin, the regression's error over the anchor's.
  private static func share(_ errors: [Double]) -> Double {
    let mean = errors.reduce(0, +) / Double(max(1, errors.count))
    guard errors.count >= fewestOrigins, mean > clearLoss, errors.allSatisfy({ $0 > 1 }) else {
      return 1
    }
    return max(0, 1 - Double(errors.count) / Double(clearOrigins))
  }

  /// Nil where nothing is scored.
  private static func relativeError(
    _ outcomes: [Outcome], _ pooled: Int, _ anchor: Int
  ) -> Double? {
    var (regression, start) = (0.0, 0.0)
    for outcome in outcomes where outcome.group == .moving {
      guard let a = outcome.forecasts[pooled], let b = outcome.forecasts[anchor] else { continue }
      regression += abs(outcome.actual - a)
      start += abs(outcome.actual - b)
    }
    return start > 0 ? regression / start : nil
  }
}
