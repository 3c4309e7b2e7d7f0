import LinearAlgebra
import Testing

@Suite("The median of a handful")
struct InlineArrayMedianTests {
  @Test("is that of an array of the same numbers, whatever their order, and of no others")
  func sameAsArray() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var values = [6 of Double](repeating: -1e9)
      for known in 1...6 {
        for place in 0..<known { values[place] = Double(random.next() % 5) }
        let array = (0..<known).map { values[$0] }
        #expect(values.median(ofFirst: known) == array.median)
      }
    }
  }

  @Test("is nil of none")
  func none() {
    #expect([3 of Double](repeating: 1).median(ofFirst: 0) == nil)
  }
}
