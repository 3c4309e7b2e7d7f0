import Testing

@testable import Analytics

@Suite("A median")
struct RobustStatisticsTests {
  @Test("is the value in the middle of all in order, or the mean of the two there")
  func middle() {
    #expect(RobustStatistics.median([3, 1, 2]) == 2)
    #expect(RobustStatistics.median([4, 1, 3, 2]) == 2.5)
    #expect(RobustStatistics.median([7]) == 7)
    #expect(RobustStatistics.median([]) == nil)
  }

  @Test("found without sorting is the one that sorting finds", arguments: [UInt64(1), 2, 3])
  func sorted(seed: UInt64) {
    var random = CheckRandom(seed: seed)
    for count in 1...60 {
      // Few different values, so that many are equal.
      let values = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &random)) }
      let inOrder = RobustStatistics.middle(ofSorted: values.sorted())
      #expect(RobustStatistics.median(values) == inOrder, "\(values)")
    }
  }
}
