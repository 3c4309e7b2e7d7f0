import Analytics
import Testing

@testable import Forecast

@Suite("What is known of lines")
struct KnownSumTests {
  private func project(_ known: [KnownForecast]) throws -> (Projection, NodeTable) {
    let nodes = try SampleDataset.nodes(SampleDataset.city)
    let projection = try Projection(
      nodes, ProjectionOptions(reconciliation: .variance), lastDigit: Money(cents: 1),
      known: KnownForecasts(known))
    return (projection, nodes)
  }

  @Test("changes the own forecasts of the sums above by as much, and no other sum")
  func exact() throws {
    let (before, nodes) = try project([])
    let line = try #require(before.predictions.first { $0.node == 0 })
    let (after, _) = try project([
      KnownForecast(
        line: 0, stage: .outturn, year: line.year, mean: line.base - 50_000, status: .fixed)
    ])
    let above = Set(nodes.above(0))
    var changed = 0
    for (old, new) in zip(before.predictions, after.predictions) where old.node != 0 {
      let isAbove = above.contains(old.node)
      #expect(abs(new.base - old.base + (isAbove ? 50_000 : 0)) < 1e-3)
      if isAbove { changed += 1 }
    }
    #expect(changed == 3)  // its unit, its subject, the total
  }

  @Test("is not made good by other lines: what one loses its unit loses")
  func others() throws {
    let (before, nodes) = try project([])
    let line = try #require(before.predictions.first { $0.node == 0 })
    let (after, _) = try project([
      KnownForecast(line: 0, stage: .outturn, year: line.year, mean: 0, status: .projectEnded)
    ])
    let unit = try #require(nodes.above(0).first { nodes.nodes[$0].level == .unit })
    func mean(_ projection: Projection, _ node: Int) -> Double {
      Double(projection.mean(node, .outturn, line.year)!.cents)
    }
    let lost = mean(before, unit) - mean(after, unit)
    #expect(abs(lost - mean(before, 0)) < 0.1 * mean(before, 0))
    for other in 1..<6 {
      #expect(abs(mean(after, other) - mean(before, other)) < 0.02 * mean(before, other))
    }
  }

  @Test("is kept whole where a sum's own forecast is scaled to the lines that there are")
  func scaled() {
    let amount = SumProblem.Amount(
      place: 0, base: 1000, kind: .sum(.unit), spread: 1, isKnown: false, canBeNegative: false)
    #expect(amount.adding(known: -300).base == 700)
    #expect(amount.adding(known: -300).scaled(by: 0.9).base == 600)  // 0.9 × 1000 − 300
    #expect(amount.adding(known: -1200).base == 0)
  }
}
