/// What a shared model says of a line, in hundredths of the currency unit: the forecast is
/// anchor + own + similar.
struct PooledChange: Hashable, Sendable {
  /// The last value, or the adopted budget that is started from.
  let anchor: Double
  let startsFromAdopted: Bool
  /// What features of the line's own figures bring.
  let own: Double
  /// What features of lines like it bring.
  let similar: Double

  func way(_ question: Question) -> Way {
    let last = question.past.lastValue ?? 0
    return Way(
      lastYear: last, known: startsFromAdopted ? anchor - last : 0,
      ownTrend: own + (startsFromAdopted ? 0 : anchor - last), similarLines: similar,
      startsFromAdopted: startsFromAdopted)
  }
}

extension CurrentRows {
  /// A line's forecast, split by where its features come from; nil for a line that is not there.
  ///
  /// φ'β that is beyond its limits is cut back in proportion.
  ///
  /// - Parameter coefficients: One for each of the task's features.
  func change(_ line: Int, _ coefficients: [Double], _ task: FiscalTask) -> PooledChange? {
    guard let row = row(line), let features = features(line) else { return nil }
    var (own, similar) = (0.0, 0.0)
    for (place, feature) in task.features.enumerated() {
      let product = Double(features[features.startIndex + place]) * coefficients[place]
      if feature.isOfSimilarLines { similar += product } else { own += product }
    }
    let way = Way(ownTrend: own, similarLines: similar)
      .ending(at: FiscalSnapshot.clipped(own + similar))
    return PooledChange(
      anchor: row.anchor, startsFromAdopted: task.startsFromAdopted,
      own: row.scale * way.ownTrend, similar: row.scale * way.similarLines)
  }
}

extension PooledForms {
  /// A line's forecast by the form that sees it, split by where its features come from.
  func change(_ line: Int) -> PooledChange? {
    for form in forms {
      if let change = form.rows.change(line, form.coefficients, form.task) { return change }
    }
    return nil
  }
}
