/// Limits of what the dataset itself is too small to measure: what came next in public panels of
/// other governments, the median over panels of the quantiles at 2.5, 10, 90 and 97.5 %.
extension Limits {
  /// With one observation, as parts of it; thirteen panels.
  static func assumed(steps: Int, last: Double) -> Limits {
    let parts =
      steps <= 1
      ? Limits(low95: -0.99, low80: -0.48, high80: 0.69, high95: 4.57)
      : Limits(low95: -0.96, low80: -0.52, high80: 1.10, high95: 6.95)
    return parts.scaled(by: abs(last))
  }

  /// After three equal values or more, of which a third moved or ended in the year after; six
  /// panels.
  static func assumedOfConstant(horizon: Int, scale: Double) -> Limits {
    let parts =
      horizon == 1
      ? Limits(low95: -1, low80: -0.40, high80: 0.03, high95: 1.35)
      : Limits(low95: -1, low80: -0.73, high80: 0.70, high95: 2.69)
    return parts.scaled(by: scale)
  }

  /// Of a line that has ended, of which one in seventeen came back in the year after, some larger
  /// than before; twelve panels, eleven beyond that year.
  static func assumedOfEnded(horizon: Int, scale: Double) -> Limits {
    Limits(low95: 0, low80: 0, high80: 0, high95: horizon == 1 ? 1.03 : 2.64).scaled(by: scale)
  }
}
