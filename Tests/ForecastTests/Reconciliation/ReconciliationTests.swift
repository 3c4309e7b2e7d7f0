import Analytics
import Testing

@testable import Forecast

@Suite("Reconciliation")
struct ReconciliationTests {
  @Test(
    "prints parts that add up to printed totals, whatever the method",
    arguments: ReconciliationMethod.allCases)
  func adds(method: ReconciliationMethod) throws {
    let nodes = try SampleDataset.nodes(SampleDataset.city)
    let projection = try Projection(
      nodes, ProjectionOptions(reconciliation: method), lastDigit: Money(cents: 1))
    var sums: [Int: [FiscalYear: Money]] = [:]
    for line in projection.predictions where nodes.nodes[line.node].level == .line {
      for node in nodes.above(line.node) {
        sums[node, default: [:]][line.year, default: .zero] += line.mean
      }
    }
    for it in projection.predictions {
      if let sum = sums[it.node]?[it.year] { #expect(it.mean == sum) }
      #expect(abs(Double(it.mean.cents) - it.constrained) < 1 + 1e-6)
      #expect(it.limits.low95 <= it.limits.low80 && it.limits.low80 <= Double(it.mean.cents))
      #expect(it.limits.high95 >= it.limits.high80 && it.limits.high80 >= Double(it.mean.cents))
    }
    #expect(projection.certificates.allSatisfy { $0.leastSquares.residual <= 1e-10 })
  }

  @Test("shares out the total's own forecast in proportion, from the top down")
  func topDown() throws {
    let nodes = try SampleDataset.nodes(SampleDataset.city)
    let projection = try Projection(
      nodes, ProjectionOptions(reconciliation: .topDown), lastDigit: Money(cents: 1))
    let total = try #require(projection.predictions.first { $0.node == nodes.total })
    #expect(abs(total.reconciled - total.base) <= 1e-9 * total.base)
    let lines = projection.predictions.filter { nodes.nodes[$0.node].level == .line }
    let ratio = lines[0].reconciled / lines[0].base
    for line in lines { #expect(abs(line.reconciled - ratio * line.base) < 1e-3) }
  }

  @Test("scores what it has done at past origins beside what there was")
  func accuracy() throws {
    let projection = try SampleDataset.project(
      SampleDataset.city, ProjectionOptions(reconciliation: .variance))
    let rows = projection.accuracy.filter { $0.method == .mixture && $0.level == .line }
    #expect(rows.map(\.isReconciled) == [false, true])
    #expect(rows[0].series == 24 && rows[1].series == 24)
    #expect(rows[0].relativeError != rows[1].relativeError)
  }

  @Test("knows nothing at a past origin of what came after")
  func leakage() throws {
    let nodes = try SampleDataset.nodes(SampleDataset.city)
    let sums = nodes.properSums
    /// Lines err by 10 % together, own forecasts of sums by 1 %; the newest origin as it is told.
    func backtest(newest: Double) -> ReconciliationBacktest {
      var generator = SmallGenerator(seed: 5)
      let origins = (0..<4).map { back in
        let shock = back == 0 ? newest : back % 2 == 0 ? 0.9 : 1.1
        let lines = nodes.panel.lines.indices.map { line in
          let base = Double(100_000 + 1000 * line)
          return PastForecast(
            node: line, basis: .history, base: base,
            actual: shock * base + Double(generator.wobble(3000)), group: .moving,
            spread: base / 20, canBeNegative: false)
        }
        let own = sums.map { place in
          let actual = lines.filter { nodes.above($0.node).contains(place) }.reduce(0) {
            $0 + $1.actual
          }
          let amount = SumProblem.Amount(
            place: place, base: 1.01 * actual, kind: .sum(nodes.nodes[place].level),
            spread: actual / 20, isKnown: false, canBeNegative: false)
          return (amount, actual)
        }
        return ReconciliationBacktest.Origin(lines: lines, sums: own)
      }
      return ReconciliationBacktest(nodes, horizon: 1, origins, for: .auto)
    }
    for method in [ReconciliationMethod.variance, .mint] {
      let found = backtest(newest: 1.2).reconciled(method)
      let other = backtest(newest: 0.5).reconciled(method)
      #expect(found[1] == other[1] && found[2] == other[2])
      #expect(found[0] != other[0])
      let newest = try #require(backtest(newest: 1.2).scores(method).first)
      #expect(newest.lines < 0.9 && newest.sums < 0.5)
    }
  }
}
