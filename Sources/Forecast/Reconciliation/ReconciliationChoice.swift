/// Which method reconciles the forecasts of a target, and the evidence.
struct ReconciliationChoice {
  let method: ReconciliationMethod
  /// Whether past origins were there to choose by; else the method is that of a shorter horizon.
  let isMeasured: Bool

  private static let fewestOrigins = 2

  /// Least squares must not have made lines worse in the mean over two origins or more, nor by more
  /// than one part in a hundred at any, and must have made sums better; bottom-up is what is left.
  ///
  /// - Parameters:
  ///   - asked: The method that was asked for.
  ///   - earlier: The choice of the horizon before.
  init(
    _ asked: ReconciliationMethod, _ backtest: ReconciliationBacktest?,
    earlier: ReconciliationMethod?
  ) {
    guard asked == .auto, let backtest else {
      (method, isMeasured) = (asked == .auto ? .bottomUp : asked, false)
      return
    }
    let candidates = asked.tried.map { ($0, backtest.scores($0)) }
    guard let scored = candidates.first, scored.1.count >= Self.fewestOrigins else {
      (method, isMeasured) = (earlier ?? .bottomUp, false)
      return
    }
    isMeasured = true
    let passed = candidates.filter { Self.passes($0.1) }
    let best = passed.min { Self.mean($0.1) { $0.sums } < Self.mean($1.1) { $0.sums } }
    method = best?.0 ?? .bottomUp
  }

  private static func passes(_ scores: [ReconciliationBacktest.Score]) -> Bool {
    mean(scores) { $0.lines } <= 1 && mean(scores) { $0.sums } < 1
      && scores.allSatisfy { $0.lines <= 1.01 }
  }

  private static func mean(
    _ scores: [ReconciliationBacktest.Score], _ of: (ReconciliationBacktest.Score) -> Double
  ) -> Double {
    scores.reduce(0) { $0 + of($1) } / Double(max(1, scores.count))
  }
}
