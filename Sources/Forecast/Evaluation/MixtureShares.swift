/// The shares of the pooled regression and of what needs no regression, from how both erred at past
/// origins.
///
/// The regression has all, unless the adopted budget or the last value has erred less at every one
/// of three past origins or more, and by 5 % in the mean. Then *n* such origins leave it 1 − *n* / 4,
/// and the one that erred least has the rest. Shares chosen freely by a few origins lose on real
/// panels: at each of them the regression knew less than it knows today.
struct MixtureShares {
  let shares: [Double]

  /// How many origins at least, how many leave nothing, and what mean loss.
  private static let (fewestOrigins, clearOrigins, clearLoss) = (3, 4, 1.05)

  init(_ outcomes: [[Outcome]], _ methods: [MethodName]) {
    guard let pooled = methods.firstIndex(of: .pooled) else {
      shares = Mixture.whole(0, of: methods.count)
      return
    }
    var result = Mixture.whole(pooled, of: methods.count)
    let rivals = [MethodName.budget, .naive].compactMap(methods.firstIndex)
    let losses = rivals.map { rival in
      (rival, outcomes.compactMap { Self.relativeError($0, pooled, rival) })
    }
    let winners = losses.filter { Self.isClear($0.1) }
    if let (rival, errors) = winners.max(by: { Self.mean($0.1) < Self.mean($1.1) }) {
      result[pooled] = max(0, 1 - Double(errors.count) / Double(Self.clearOrigins))
      result[rival] = 1 - result[pooled]
    }
    shares = result
  }

  /// - Parameter errors: By origin, the regression's error over the rival's.
  private static func isClear(_ errors: [Double]) -> Bool {
    errors.count >= fewestOrigins && mean(errors) > clearLoss && errors.allSatisfy { $0 > 1 }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }

  /// Nil where nothing is scored.
  private static func relativeError(
    _ outcomes: [Outcome], _ pooled: Int, _ rival: Int
  ) -> Double? {
    var (regression, other) = (0.0, 0.0)
    for outcome in outcomes where outcome.group == .moving {
      guard let a = outcome.forecasts[pooled], let b = outcome.forecasts[rival] else { continue }
      regression += abs(outcome.actual - a)
      other += abs(outcome.actual - b)
    }
    return other > 0 ? regression / other : nil
  }
}
