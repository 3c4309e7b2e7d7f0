/// How far forecasts of one target have been out, by the kind of line.
struct IntervalModel: Sendable {
  /// The volatilities that part calm, usual and lively lines.
  private let cuts: [Double]
  private let moving: [ResidualQuantiles]
  private let allMoving: ResidualQuantiles
  private let others: [Group: ResidualQuantiles]

  /// - Parameter method: Which of the outcomes' forecasts was used.
  init(_ outcomes: some Sequence<Outcome>, method: Int) {
    var residuals: [(volatility: Double, error: Double)] = []
    var others: [Group: [Double]] = [:]
    for outcome in outcomes {
      let scale = outcome.spread.scale
      guard scale > 0 else { continue }
      if outcome.group == .ended {
        others[.ended, default: []].append(outcome.actual / scale)
      } else if let forecast = outcome.forecasts[method] {
        let error = (outcome.actual - forecast) / scale
        if outcome.group == .moving {
          let volatility = outcome.spread.volatility
          residuals.append((volatility, error / volatility))
        } else {
          others[outcome.group, default: []].append(error)
        }
      }
    }
    let sorted = residuals.map(\.volatility).sorted()
    let cuts =
      sorted.count < 3 * ResidualQuantiles.fewest
      ? [] : [sorted[sorted.count / 3], sorted[sorted.count * 2 / 3]]
    self.cuts = cuts
    moving = (0...cuts.count).map { part in
      ResidualQuantiles(
        residuals.lazy.filter { IntervalModel.part($0.volatility, cuts) == part }.map(\.error))
    }
    allMoving = ResidualQuantiles(residuals.map(\.error))
    self.others = others.mapValues { ResidualQuantiles($0) }
  }

  private static func part(_ volatility: Double, _ cuts: [Double]) -> Int {
    cuts.count { volatility > $0 }
  }

  var isMeasured: Bool { allMoving.isEnough }

  /// The limits of the error around the mean, or nil where nothing like it was measured.
  func limits(_ group: Group, _ spread: Spread) -> Limits? {
    switch group {
    case .allZero: return .zero
    case .moving:
      let own = moving[IntervalModel.part(spread.volatility, cuts)]
      let quantiles = own.isEnough ? own : allMoving
      guard quantiles.isEnough else { return nil }
      return quantiles.limits.scaled(by: spread.scale * spread.volatility)
    case .short, .constant, .ended:
      guard let quantiles = others[group], quantiles.isEnough else { return nil }
      return quantiles.limits.scaled(by: spread.scale)
    }
  }
}
