import Analytics
import Testing

@testable import Forecast

@Suite("A projection")
struct ProjectionTests {
  /// 40 lines × 8 years that rise by tens, with a wobble from a small generator.
  private static func city() -> String {
    var state: UInt64 = 7
    func wobble() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 21 - 10
    }
    var text = "year,unit,subject,budget,outturn\n"
    for line in 0..<40 {
      for year in 2016..<2024 {
        let base = 1000 + line * 10 + (year - 2016) * 20
        let (budget, outturn) = (base + wobble(), base + wobble())
        text += "\(year),U\(line % 4),\(line),\(budget),\(outturn)\n"
      }
    }
    return text
  }

  @Test("writes the years that the rules of origins and horizons ask for")
  func targets() throws {
    let text = "year,unit,subject,budget,outturn\n2021,A,1,10,9\n2022,A,1,11,10\n2023,A,1,12,\n"
    let found = try SampleDataset.project(text).predictions.filter { $0.node == 0 }
    let lines = found.map { "\($0.stage) \($0.year) \($0.horizon) \($0.basis)" }
    #expect(
      lines == ["budget 2024 1 history", "outturn 2023 1 budget", "outturn 2024 2 history"])
    #expect(found[1].mean == Money(cents: 1200))
  }

  @Test("counts panel years, not calendar years, between values")
  func panelYears() throws {
    let text = "year,unit,subject,outturn\n2019,A,1,10\n2020,A,1,12\n2022,A,1,14\n"
    let drift = try SampleDataset.project(text, ProjectionOptions(method: .drift))
    #expect(drift.predictions.of(0)[0].mean == Money(cents: 1600))
    #expect(drift.predictions.of(0)[0].year == FiscalYear(2023))
  }

  @Test(
    "is finite for every series, with limits that contain each other",
    arguments: [
      "2023,A,1,5\n", "2022,A,1,0\n2023,A,1,0\n", "2022,A,1,7\n2023,A,1,7\n",
      "2022,A,1,-3\n2023,A,1,4\n", "2021,A,1,9\n2022,A,2,1\n2023,A,2,2\n",
      "2022,A,1,0.01\n2022,A,2,10000000000000\n2023,A,1,0.02\n2023,A,2,10000000000001\n",
      "2020,A,1,1\n2023,A,1,100000\n",
    ])
  func finite(rows: String) throws {
    let predictions = try SampleDataset.project("year,unit,subject,outturn\n" + rows).predictions
    #expect(!predictions.isEmpty)
    for it in predictions {
      let limits = it.limits
      let mean = Double(it.mean.cents)
      #expect(limits.low95.isFinite && limits.high95.isFinite)
      #expect(limits.low95 <= limits.low80 && limits.low80 <= mean)
      #expect(mean <= limits.high80 && limits.high80 <= limits.high95)
    }
  }

  @Test("says why: one observation, constant, zero, ended, late")
  func statuses() throws {
    let text = """
      year,unit,subject,outturn
      2021,A,end,5
      2021,A,same,7
      2022,A,same,7
      2023,A,same,7
      2022,A,zero,0
      2023,A,zero,0
      2023,A,new,4
      2021,L,1,3
      2022,L,1,4
      """
    let projection = try SampleDataset.project(text)
    let nodes = try SampleDataset.nodes(text)
    var found: [String: String] = [:]
    for it in projection.predictions where nodes.nodes[it.node].level == .line {
      found[nodes.panel.subjects.code(nodes.nodes[it.node].subject)] = it.status.description
    }
    #expect(
      found == [
        "end": "ended", "same": "constant", "zero": "all_zero", "new": "short:assumed",
        "1": "late",
      ])
    let ended = projection.predictions.first { $0.status == .ended }
    #expect(ended?.mean == .zero)
  }

  /// Docs: forecast.md, "Limits".
  @Test("assumes the limits of ended and constant lines where too few were seen to measure them")
  func assumedLimits() throws {
    let text = """
      year,unit,subject,outturn
      2021,A,end,5
      2021,A,same,7
      2022,A,same,7
      2023,A,same,7
      """
    let last = try SampleDataset.project(text, ProjectionOptions(horizon: 2, method: .naive))
    let (ended, same) = (last.predictions.of(0), last.predictions.of(1))
    #expect(ended.map { Self.limits($0) } == [[0, 0, 0, 515], [0, 0, 0, 1320]])
    #expect(same.map { Self.limits($0) } == [[0, 420, 721, 1645], [0, 189, 1190, 2583]])
    #expect(ended.map(\.status) == [.ended, .ended])
  }

  @Test("gives a sum that cancels the widths of its lines, as if they erred independently")
  func cancelling() throws {
    let rows = (2021...2023).map { "\($0),A,in,-7\n\($0),A,out,7\n" }.joined()
    let last = try SampleDataset.project(
      "year,unit,subject,outturn\n" + rows, ProjectionOptions(method: .naive))
    let total = try #require(last.predictions.of(5).first)
    #expect(total.mean == .zero)
    // √2 × 7.00 down, √2 × 1.35 × 7.00 up
    #expect(Self.limits(total) == [-990, -396, 30, 1336])
  }

  /// In hundredths, rounded.
  private static func limits(_ it: Prediction) -> [Int] {
    [it.limits.low95, it.limits.low80, it.limits.high80, it.limits.high95].map {
      Int($0.rounded())
    }
  }

  @Test("is not negative where history never was")
  func floor() throws {
    let text = "year,unit,subject,outturn\n2020,A,1,100\n2021,A,1,60\n2022,A,1,20\n2023,A,1,1\n"
    let projection = try SampleDataset.project(text, ProjectionOptions(horizon: 3, method: .drift))
    for it in projection.predictions {
      #expect(it.mean >= .zero)
      #expect(it.limits.low95 >= 0)
    }
  }

  @Test("adds up: every sum is the sum of its lines to the last digit")
  func adds() throws {
    let nodes = try SampleDataset.nodes(Self.city())
    let projection = try Projection(
      nodes, ProjectionOptions(horizon: 2), lastDigit: Money(cents: 1))
    let lines = projection.predictions.filter { nodes.nodes[$0.node].level == .line }
    let sums = projection.predictions.filter { nodes.nodes[$0.node].level != .line }
    #expect(Set(sums.map { nodes.nodes[$0.node].level }) == [.unit, .subject, .total])
    for sum in sums {
      let parts = lines.filter {
        nodes.above($0.node).contains(sum.node) && $0.stage == sum.stage && $0.year == sum.year
      }
      #expect(parts.reduce(.zero) { $0 + $1.mean } == sum.mean)
      #expect(!parts.isEmpty)
    }
  }

  @Test("learns that a trend pays where lines rise steadily")
  func trend() throws {
    let projection = try SampleDataset.project(Self.city())
    let used = projection.accuracy.filter {
      $0.method == .mixture && $0.level == .line && $0.stage == .budget && !$0.isReconciled
    }
    #expect(used.count == 1)
    #expect(try #require(used[0].relativeError) < 0.9)
    #expect((0.6...0.95).contains(try #require(used[0].coverage80)))
  }

  @Test("starts from each series' own last value if asked to")
  func seriesOrigin() throws {
    let text = "year,unit,subject,outturn\n1,A,,5\n2,A,,6\n1,B,,8\n2,B,,9\n3,B,,10\n"
    let projection = try SampleDataset.project(text, ProjectionOptions(horizon: 2, origin: .series))
    let years = projection.predictions.map { "\($0.node) \($0.year) \($0.horizon)" }
    #expect(years == ["0 3 1", "0 4 2", "1 4 1", "1 5 2"])
  }
}
