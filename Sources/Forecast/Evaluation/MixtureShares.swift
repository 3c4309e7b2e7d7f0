/// The shares of the pooled regression and of the anchor, from how both erred at past origins.
///
/// By default the pooled regression has all. The evidence of *n* origins moves its share to
/// (*n* *g* + 15) / (*n* + 15), where *g* is the best of 0, ¼, ½, ¾ and 1 by the mean over origins
/// of the error relative to the anchor's. A few origins move little: the regression knew less at
/// each of them than it knows today, and a share chosen by them alone loses on real panels. Where
/// the anchor has erred less at every one of three origins or more, by 2 % in the mean, it has all.
struct MixtureShares {
  let shares: [Double]

  private static let candidates = [0, 0.25, 0.5, 0.75, 1]
  /// How many origins the default counts as.
  private static let defaultOrigins = 15.0
  /// How many origins at least, and what mean loss, give all to the anchor.
  private static let (fewestOrigins, clearLoss) = (3, 1.02)

  init(_ outcomes: [[Outcome]], _ basis: Basis, _ methods: [MethodName]) {
    let anchor = methods.firstIndex(of: basis == .budget ? .budget : .naive) ?? 0
    guard let pooled = methods.firstIndex(of: .pooled) else {
      shares = Mixture.whole(anchor, of: methods.count)
      return
    }
    let share = Self.share(outcomes.compactMap { Self.relativeErrors($0, pooled, anchor) })
    shares = methods.indices.map { $0 == pooled ? share : $0 == anchor ? 1 - share : 0 }
  }

  /// - Parameter errors: By origin, the relative error of each candidate.
  private static func share(_ errors: [[Double]]) -> Double {
    guard errors.count >= 2 else { return 1 }
    let means = candidates.indices.map { place in
      errors.reduce(0) { $0 + $1[place] } / Double(errors.count)
    }
    let best = means.indices.min { means[$0] < means[$1] }!
    if errors.count >= fewestOrigins, means.last! > clearLoss,
      errors.allSatisfy({ $0.last! > $0[0] })
    {
      return 0
    }
    let count = Double(errors.count)
    return (count * candidates[best] + defaultOrigins) / (count + defaultOrigins)
  }

  /// Σ|error| of each candidate at one origin over that of the anchor; nil where nothing is scored.
  private static func relativeErrors(
    _ outcomes: [Outcome], _ pooled: Int, _ anchor: Int
  ) -> [Double]? {
    var sums = candidates.map { _ in 0.0 }
    for outcome in outcomes where outcome.group == .moving {
      guard let a = outcome.forecasts[pooled], let b = outcome.forecasts[anchor] else { continue }
      for (place, share) in candidates.enumerated() {
        sums[place] += abs(outcome.actual - share * a - (1 - share) * b)
      }
    }
    return sums[0] > 0 ? sums.map { $0 / sums[0] } : nil
  }
}
