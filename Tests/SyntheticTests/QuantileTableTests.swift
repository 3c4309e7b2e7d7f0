import Testing

@testable import Synthetic

@Suite("A distribution by its quantiles")
struct QuantileTableTests {
  let table = QuantileTable([(2_500, 10), (5_000, 20), (7_500, 60)])

  @Test("is cut at its ends")
  func ends() {
    var random = SplitMix64(1)
    let values = (0..<1_000).map { _ in table.draw(&random) }
    #expect(values.min() == 10 && values.max() == 60)
  }

  @Test("draws between two probabilities only what lies between their quantiles")
  func part() {
    var random = SplitMix64(2)
    let values = (0..<1_000).map { _ in table.draw(&random, from: 5_000, to: 7_500) }
    #expect(values.allSatisfy { (20..<60).contains($0) })
    #expect((36...44).contains(values.reduce(0, +) / 1_000))
  }

  @Test("has the random numbers of the algorithm's reference implementation")
  func reference() {
    // The first outputs of Vigna's splitmix64.c for the seed 0.
    var random = SplitMix64()
    #expect(random.next() == 0xe220_a839_7b1d_cdaf)
    #expect(random.next() == 0x6e78_9e6a_a1b9_65f4)
  }
}
