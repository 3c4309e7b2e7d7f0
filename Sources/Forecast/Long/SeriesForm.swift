/// What a pooled regression sees of a series, by how long its series are.
///
/// The features belong to the panel, not to the series: one regression learns from all of it.
public enum SeriesForm: String, Codable, Hashable, CaseIterable, Sendable {
  /// Series of 8 values and more: three changes, averages of changes and of growth, and rectified
  /// sums of all of them.
  case long
  /// Panels of fewer values: three changes, their mean and the distance from the mean value.
  case brief

  /// From how many values on a series teaches. Shorter ones are forecast nevertheless.
  public var fewestValues: Int { self == .long ? 8 : 2 }

  /// The share of the pooled regression in a forecast; the rest is theta's. Few values say nothing
  /// of a trend of their own.
  var pooledShare: Double { self == .long ? 0.7 : 1 }

  /// By how much errors at origins that coefficients have not seen are taken to be larger.
  var widening: Double { self == .long ? 1.1 : 0.95 }

  /// The mixture of a pooled change or forecast and theta's.
  func mixed(_ pooled: Double, _ theta: Double) -> Double {
    pooledShare * pooled + (1 - pooledShare) * theta
  }

  var columns: Int { self == .long ? 14 + HiddenUnits.long.count : 6 }
  var spreadColumns: Int { self == .long ? 22 : 7 }

  /// The features of the change to come, on the grid of designs.
  func features(_ state: SeriesState, _ scale: SeriesScale) -> [Double] {
    var features: [Double] = []
    features.reserveCapacity(columns)
    for ago in 0..<3 { features.append(scale.feature(state.change(ago))) }
    features.append(scale.feature(state.meanChange))
    features.append(scale.feature(state.mean - state.last))
    if self == .long {
      for place in 0..<3 { features.append(scale.feature(state.weightedChange(place))) }
      for place in 0..<3 { features.append(scale.feature(state.growth(place))) }
      features.append(SeriesScale.onGrid(scale.liveliness))
      features.append(SeriesScale.onGrid(scale.length(state.count)))
      HiddenUnits.long.append(to: &features)
    }
    features.append(1)
    return features
  }

  /// The features of how far a forecast is out: sizes of changes, together with how lively the
  /// series is beside the others.
  func spreadFeatures(_ state: SeriesState, _ scale: SeriesScale) -> [Double] {
    let (lively, sizes) = (scale.liveliness, state.changeSizes.map(scale.feature))
    let drift = scale.feature(state.meanChange)
    let common = [1, SeriesScale.onGrid(lively), SeriesScale.onGrid(lively * lively)]
    guard self == .long else {
      return common + [sizes[0], sizes[2], scale.feature(state.meanSize), abs(drift)]
    }
    let recent = scale.feature(state.weightedChange(1))
    let fromMean = scale.feature(state.mean - state.last)
    return common + [SeriesScale.onGrid(scale.length(state.count))] + sizes
      + sizes.map { SeriesScale.onGrid($0 * lively) }
      + [abs(drift), abs(recent), abs(fromMean), drift, recent, fromMean]
  }
}
