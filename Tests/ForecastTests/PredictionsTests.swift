import Analytics
import Testing

@testable import Forecast

@Suite("The forecasts of all nodes")
struct PredictionsTests {
  private static func prediction(_ node: Int, _ stage: Stage, horizon: Int) -> Prediction {
    Prediction(
      node: node, stage: stage, year: FiscalYear(2023 + horizon), horizon: horizon,
      basis: .history, base: 1, reconciled: 2, constrained: 3, mean: Money(cents: 400),
      limits: Limits(low95: 1, low80: 2, high80: 5, high95: 6), method: .pooled, observations: 7,
      status: .pooledAfter(.reorganised))
  }

  /// Node 1 has no budget, and no second year of outturns.
  private let all: Predictions = {
    var all = Predictions()
    all.add([0, 2].map { prediction($0, .budget, horizon: 1) })
    all.add([0, 1, 2].map { prediction($0, .outturn, horizon: 1) })
    all.add([])
    all.add([0, 2, 5].map { prediction($0, .outturn, horizon: 2) })
    return all
  }()

  private func words(_ predictions: some Sequence<Prediction>) -> [String] {
    predictions.map { "\($0.node) \($0.stage.rawValue) \($0.year)" }
  }

  @Test("are walked through by node, then stage, then year")
  func order() {
    #expect(
      words(all) == [
        "0 budget 2024", "0 outturn 2024", "0 outturn 2025", "1 outturn 2024", "2 budget 2024",
        "2 outturn 2024", "2 outturn 2025", "5 outturn 2025",
      ])
    #expect(all.count == 8)
    #expect(words(Predictions()).isEmpty)
  }

  @Test("are found by node, stage and year, and those that are not there are not")
  func lookUp() {
    #expect(words(all.of(2)) == ["2 budget 2024", "2 outturn 2024", "2 outturn 2025"])
    #expect(words(all.of(5)) == ["5 outturn 2025"])
    #expect(all.of(3).isEmpty)
    #expect(all.of(2, .outturn, FiscalYear(2025)) == Self.prediction(2, .outturn, horizon: 2))
    #expect(all.of(1, .outturn, FiscalYear(2025)) == nil)
    #expect(all.of(0, .revised, FiscalYear(2024)) == nil)
  }

  @Test("give back what was put in, from 88 bytes each")
  func fields() {
    let one = Self.prediction(2, .outturn, horizon: 2)
    #expect((one.node, one.horizon, one.observations) == (2, 2, 7))
    #expect((one.stage, one.year) == (.outturn, FiscalYear(2025)))
    #expect(one.status == .pooledAfter(.reorganised))
    #expect(MemoryLayout<Prediction>.stride <= 88)
  }
}
