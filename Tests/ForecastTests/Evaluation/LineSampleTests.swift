import Analytics
import Testing

@testable import Forecast

@Suite("The lines at which errors are measured")
struct LineSampleTests {
  /// A table of so many lines in each unit, in the order of units.
  private func nodes(_ sizes: [Int]) throws -> NodeTable {
    var text = "year,unit,subject,outturn\n"
    for (unit, size) in sizes.enumerated() {
      for subject in 0..<size { text += "2023,\(1000 + unit),\(subject),1\n" }
    }
    return try SampleDataset.nodes(text)
  }

  @Test("are all lines where they are few")
  func all() throws {
    let sample = LineSample(try nodes([3, 2]).panel)
    #expect(sample.lines == [0, 1, 2, 3, 4] && !sample.isPart && sample.hasWholeUnits)
  }

  @Test("are those of every third unit where there are a little over 80,000")
  func units() throws {
    let nodes = try nodes(Array(repeating: 1001, count: 81))
    let sample = LineSample(nodes.panel)
    #expect(sample.isPart && sample.hasWholeUnits && sample.lines.count == 27 * 1001)
    #expect(sample.lines.prefix(1001).elementsEqual(0..<1001))
    #expect(sample.lines[1001] == 3 * 1001)
    let sums = nodes.properSums
    let whole = LineSample(ofSums: sums, sample, nodes).lines.map { nodes.nodes[sums[$0]].level }
    #expect(whole.count == 27 && whole.allSatisfy { $0 == .unit })
  }

  @Test("are single lines where one unit has most of them")
  func lines() throws {
    let sample = LineSample(try nodes([80_010]).panel)
    #expect(sample.isPart && !sample.hasWholeUnits)
    #expect(sample.lines.prefix(3).elementsEqual([0, 3, 6]))
  }
}
