import Testing

@testable import Synthetic

@Suite("Made-up lines")
struct LineProcessTests {
  /// 4,000 lines of ten years. Bounds below are wide: they tell a wrong constant, not luck, and
  /// the seed is fixed.
  static let lines = (0..<4_000).map {
    LineProcess.amounts(years: 10, random: SplitMix64(1, UInt64($0)))
  }

  private func share(_ hits: Int, of count: Int) -> Double { Double(hits) / Double(count) }

  private var pairs: [(before: Int64, after: Int64)] {
    LineProcessTests.lines.flatMap { line in
      (1..<10).compactMap { year in
        guard let a = line[year - 1].outturn, let b = line[year].outturn else { return nil }
        return (a, b)
      }
    }
  }

  @Test("change from year to year as real lines do")
  func growth() {
    let moved = pairs.filter { $0.before > 0 && $0.after > 0 && $0.before != $0.after }
    let ratios = moved.map { Double($0.after) / Double($0.before) }.sorted()
    func quantile(_ share: Double) -> Double { ratios[Int(share * Double(ratios.count))] }
    // Measured: −42.4 %, 2.7 %, 85.8 %.
    #expect((0.50...0.64).contains(quantile(0.1)), "\(quantile(0.1))")
    #expect((1.01...1.05).contains(quantile(0.5)), "\(quantile(0.5))")
    #expect((1.65...2.15).contains(quantile(0.9)), "\(quantile(0.9))")
  }

  @Test("have sizes of which the median is the median line")
  func sizes() {
    var random = SplitMix64(2)
    let sizes = (0..<20_000).map { _ in PanelFacts.size.draw(&random) }.sorted()
    #expect((9_500...10_500).contains(sizes[10_000]))
    #expect((165_000...190_000).contains(sizes[18_000]))
    #expect(sizes.first! >= 4 && sizes.last! <= 2_441_421)
  }

  @Test("spend what real lines spend of their budgets")
  func execution() {
    let rates = LineProcessTests.lines.flatMap { line in
      line.compactMap { year -> Double? in
        guard let budget = year.budget, let outturn = year.outturn, outturn > 0 else { return nil }
        return Double(outturn) / Double(budget)
      }
    }.sorted()
    // Measured: 38.9, 91.6 and 124.6 % of the budget; the panels' upper tenths go from 100 to 161.
    #expect((0.33...0.46).contains(rates[rates.count / 10]))
    #expect((0.88...0.95).contains(rates[rates.count / 2]))
    #expect((1.0...1.61).contains(rates[rates.count * 9 / 10]))
  }

  @Test("stand still, vanish and appear as often as real lines")
  func events() {
    let unchanged = pairs.count { $0.before == $0.after && $0.before != 0 }
    #expect((0.012...0.032).contains(share(unchanged, of: pairs.count)))
    let toZero = pairs.count { $0.before > 0 && $0.after == 0 }
    #expect((0.010...0.022).contains(share(toZero, of: pairs.count)))
    let later = LineProcessTests.lines.count { $0[0].isBlank }
    #expect((0.20...0.27).contains(share(later, of: 4_000)))  // 9 × 3.4 % of 1 + 9 × 3.4 %
  }

  @Test("never spend above their revised budget")
  func revised() {
    for line in LineProcessTests.lines {
      #expect(line.allSatisfy { ($0.outturn ?? 0) <= ($0.revised ?? 0) })
      #expect(line[10].outturn == nil && line[10].revised == nil)
    }
  }
}
