import Analytics

extension Projection {
  /// What the regression expects of a line, without costing, and without ceilings where they have
  /// moved it.
  func lineReference(_ prediction: Prediction) -> (amount: Money, limits: Limits) {
    if let reference = references.of(prediction.node, prediction.stage, prediction.year) {
      return (reference.mean.rounded(to: lastDigit), reference.limits)
    }
    let amount = printed(prediction.reconciled, of: prediction)
    let shift = Double(amount.cents - prediction.mean.cents)
    return (amount, prediction.limits.shifted(by: shift))
  }

  /// A forecast before ceilings as it is printed: the mean itself, which adds up with the others,
  /// where nothing has moved it from there.
  ///
  /// - Parameter amount: In hundredths.
  func printed(_ amount: Double, of prediction: Prediction) -> Money {
    let isMoved = abs(prediction.constrained - amount) >= Double(lastDigit.cents) / 2
    return isMoved ? amount.rounded(to: lastDigit) : prediction.mean
  }

  /// What the references of all lines come to at a stage and year; nil where none is forecast, or
  /// all of them are the forecast.
  public func sumOfReferences(_ stage: Stage, _ year: FiscalYear, _ nodes: NodeTable) -> Money? {
    let lines = nodes.panel.lines.indices.compactMap { predictions.of($0, stage, year) }
    guard !lines.isEmpty else { return nil }
    let sum = lines.reduce(Money.zero) { $0 + lineReference($1).amount }
    let whole = lines.reduce(Money.zero) { $0 + $1.mean }
    return sum == whole ? nil : sum
  }
}
