import Testing

@testable import Forecast

@Suite("How groups depart from the whole")
struct GroupDeviationTests {
  /// Two lines of equal size in group 0 grow by a tenth, two in group 1 stay.
  private let grouping = Grouping([7, 7, 9, 9])
  private let ratios: [(change: Double, size: Double)?] = [
    (10, 100), (10, 100), (0, 100), (0, 100),
  ]

  @Test("is the group's ratio less all lines', times E / (E + 5) with E lines of equal size")
  func byHand() {
    let deviation = GroupDeviation(grouping, ratios, limit: 0.5)
    #expect(abs(deviation[0] - 0.05 * 2 / 7) < 1e-15)
    #expect(abs(deviation[2] + 0.05 * 2 / 7) < 1e-15)
  }

  @Test("counts a group of one large and one tiny line as little more than one line")
  func effectiveNumber() {
    let deviation = GroupDeviation(grouping, [(10, 100), (0, 1), (0, 100), (0, 100)], limit: 0.5)
    let number = 101.0 * 101 / 10_001
    let departure = 10.0 / 101 - 10.0 / 301
    #expect(abs(deviation[0] - departure * number / (number + 5)) < 1e-15)
  }

  @Test("is never beyond its limit")
  func limit() {
    let wild: [(change: Double, size: Double)?] =
      Array(repeating: (100, 100), count: 2) + Array(repeating: (-100, 100), count: 2)
    #expect(GroupDeviation(grouping, wild, limit: 0.1)[0] == 0.1)
  }

  @Test("is nothing for a group without lines")
  func empty() {
    #expect(GroupDeviation(grouping, [nil, nil, (1, 10), (1, 10)], limit: 0.5)[0] == 0)
  }
}

@Suite("Weighted quantiles")
struct WeightedQuantilesTests {
  @Test("lie between the middles of weights: of 1, 2, 3, 4 the median is 2.5")
  func median() {
    let quantiles = WeightedQuantiles([([3, 1], 1), ([4, 2], 1)])
    #expect(quantiles[0.5] == 2.5)
    #expect(quantiles[0.125] == 1)
    #expect(quantiles[0] == 1)
    #expect(quantiles[1] == 4)
  }

  @Test("go by weight: three parts of four at 10 outweigh one at 0")
  func weights() {
    let quantiles = WeightedQuantiles([([0], 1), ([10], 3)])
    #expect(quantiles[0.125] == 0)
    #expect(quantiles[0.625] == 10)
    #expect(quantiles[0.375] == 5)
  }
}
