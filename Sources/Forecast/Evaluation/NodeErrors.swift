import Analytics

/// How far the sums of past forecasts have been out, by level, relative to the forecast: totals'
/// intervals come from the errors of totals, not from adding up the widths of lines.
struct NodeErrors {
  private var quantiles: [Level: ResidualQuantiles] = [:]

  init(_ nodes: NodeTable, _ mixture: Mixture) {
    var residuals: [Level: [Double]] = [:]
    for outcomes in mixture.outcomes {
      var sums = [(forecast: Double, actual: Double)?](repeating: nil, count: nodes.nodes.count)
      for outcome in outcomes {
        guard let forecast = outcome.forecasts[mixture.place] else { continue }
        for node in nodes.above(outcome.line) {
          let sum = sums[node] ?? (0, 0)
          sums[node] = (
            sum.forecast + (outcome.group == .ended ? 0 : forecast), sum.actual + outcome.actual
          )
        }
      }
      for (node, sum) in sums.enumerated() {
        guard let sum, sum.forecast != 0 else { continue }
        residuals[nodes.nodes[node].level, default: []].append(
          (sum.actual - sum.forecast) / abs(sum.forecast))
      }
    }
    quantiles = residuals.mapValues { ResidualQuantiles($0) }
  }

  /// Limits relative to the forecast; those of units where too few totals were seen.
  func limits(_ level: Level) -> Limits? {
    let order: [Level] =
      switch level {
      case .total: [.total, .unit, .subject]
      case .unit: [.unit, .subject]
      case .subject: [.subject, .class]
      default: [.class, .subject]
      }
    return order.lazy.compactMap { quantiles[$0] }.first { $0.isEnough }?.limits
  }
}
