import Analytics
import Testing

@testable import Forecast

@Suite("The steps of any forecast")
struct ExplanationPropertyTests {
  /// Lines × years with gaps, late units, adopted budgets and negative amounts, all at random.
  private static func table(_ generator: inout SmallGenerator) -> String {
    let lines = 20 + generator.wobble(18)
    let negative = generator.wobble(2) == 0
    return SampleDataset.table(lines: lines, years: 2015...2024) { line, year in
      let level = 50 * (line + 1)
      let spent = level + generator.wobble(level / (negative ? 1 : 2)) - (negative ? level : 0)
      let isMissing = generator.wobble(9) == 0 || (line % 4 == 1 && year > 2021)
      let budget = generator.wobble(7) == 0 ? nil : spent + generator.wobble(20)
      return (budget, isMissing || year == 2024 ? nil : spent)
    }
  }

  @Test("add up to its mean at every node, whatever digit is printed", arguments: 1...6)
  func addUp(seed: Int) throws {
    var generator = SmallGenerator(seed: UInt64(seed))
    let nodes = try SampleDataset.nodes(Self.table(&generator))
    let lastDigit = Money(cents: [1, 100, 10_000][seed % 3])
    let projection = try Projection(
      nodes, ProjectionOptions(horizon: 1 + seed % 2, explains: true), lastDigit: lastDigit)
    #expect(Set(projection.predictions.map { nodes.nodes[$0.node].level }).count == 4)
    for prediction in projection.predictions {
      let steps = projection.explanations.steps(prediction)
      #expect(steps.first?.step == .lastYear)
      #expect(steps.map(\.step) == steps.map(\.step).sorted())
      #expect(steps.reduce(.zero) { $0 + $1.amount } == prediction.mean)
      #expect(steps.allSatisfy { $0.amount.cents % lastDigit.cents == 0 })
      // Half a digit for each step, and for the mean of each line.
      let rounding = steps.last.flatMap { $0.step == .rounding ? $0.amount.cents : nil } ?? 0
      let halves = lines(prediction.node, nodes) + Step.allCases.count
      #expect(2 * abs(rounding) <= Int64(halves) * lastDigit.cents)
    }
  }

  /// How many lines a node adds up.
  private func lines(_ node: Int, _ nodes: NodeTable) -> Int {
    nodes.panel.lines.indices.count { $0 == node || nodes.above($0).contains(node) }
  }

  @Test("come from features that are each the line's own or of similar lines")
  func features() {
    let own: Set = [
      "m3", "m3+", "tr", "tr+", "trv", "ob", "ob+", "gap", "gap+", "gap1", "by", "by+", "bb", "bm",
      "bm6", "bmz", "bysm", "ratg", "ratg+", "ratm",
    ]
    for feature in FiscalTask.allCases.flatMap(\.features) {
      #expect(own.contains(feature.name) != feature.isOfSimilarLines, "\(feature.name)")
    }
  }
}
