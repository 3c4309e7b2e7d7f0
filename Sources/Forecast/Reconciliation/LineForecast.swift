import Analytics

/// A forecast of a line, or of a sum on its own, before reconciliation.
struct LineForecast {
  let node: Int
  let stage: Stage
  let year: FiscalYear
  let horizon: Int
  let basis: Basis
  /// In hundredths of the currency unit.
  let base: Double
  /// What of it is due to what is known beforehand and not to the regression.
  let knownChange: Double
  /// The limits of the error around the mean.
  let limits: Limits
  let method: MethodName?
  let observations: Int
  let status: Status
  let group: Group
  /// How far it may be out, before errors are measured; 0 for what does not move.
  let spread: Double
  /// Whether it rests on what is known: then sums do not move it.
  let isKnown: Bool
  let canBeNegative: Bool

  /// - Parameters:
  ///   - reconciled: After reconciliation, before ceilings.
  ///   - constrained: After ceilings.
  ///   - mean: On the last printed digit.
  ///   - status: Where another one than the forecast's own says more.
  func prediction(
    reconciled: Double, constrained: Double, mean: Money, status: Status? = nil
  ) -> Prediction {
    let centre = Double(mean.cents)
    return Prediction(
      node: node, stage: stage, year: year, horizon: horizon, basis: basis, base: base,
      reconciled: reconciled, constrained: constrained, mean: mean,
      limits: limits.shifted(by: centre).around(
        centre, canBeNegative: canBeNegative || mean < .zero),
      method: method, observations: observations, status: status ?? self.status)
  }
}

/// What a forecast was at an earlier origin, with nothing of what came after, and what came.
struct PastForecast {
  let node: Int
  let basis: Basis
  let base: Double
  let actual: Double
  let group: Group
  let spread: Double
  let canBeNegative: Bool
}
