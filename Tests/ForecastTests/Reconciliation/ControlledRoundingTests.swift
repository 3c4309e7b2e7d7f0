import Testing

@testable import Forecast

@Suite("Controlled rounding")
struct ControlledRoundingTests {
  /// Two units × two subjects of 0.5 each: both units, both subjects and the total are whole.
  private let square = Hierarchy(
    parents: [2, 2, -1, 5, 5, -1], rows: [0, 0, 1, 1], columns: [3, 4, 3, 4])

  @Test("leaves sums that are whole as they are")
  func halves() {
    let rounded = ControlledRounding(square, [0.5, 0.5, 0.5, 0.5]).lines
    #expect(rounded == [0, 1, 1, 0] || rounded == [1, 0, 0, 1])
  }

  @Test("changes nothing where all is whole, and keeps the sign of what is below zero")
  func whole() {
    #expect(ControlledRounding(square, [3, -2, 0, 1_000_000]).lines == [3, -2, 0, 1_000_000])
    let below = ControlledRounding(square, [-0.25, -0.25, -0.25, -0.25]).lines
    #expect(below.reduce(0, +) == -1)
    #expect(below.allSatisfy { $0 == 0 || $0 == -1 })
  }

  @Test("moves every line and node by less than one, in 1,000 random trees")
  func random() {
    for seed in 1...1000 as ClosedRange<UInt64> {
      var random = RandomHierarchy(seed: seed, lines: 60)
      let hierarchy = random.hierarchy
      let values = random.numbers(hierarchy.lineCount, -3...40)
      let rounded = ControlledRounding(hierarchy, values).lines.map(Double.init)
      let distances = zip(rounded, values).map { abs($0 - $1) }
      let sums = zip(hierarchy.sums(rounded), hierarchy.sums(values)).map { abs($0 - $1) }
      #expect((distances + sums).allSatisfy { $0 < 1 }, "tree \(seed)")
    }
  }

  @Test("keeps a node that is held, though its lines miss it by a rounding of the computer")
  func held() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = RandomHierarchy(seed: seed, lines: 40)
      let hierarchy = random.hierarchy
      var values = random.numbers(hierarchy.lineCount, 1...40)
      let node = Int(hierarchy.rows[0])
      values[0] += hierarchy.sums(values)[node].rounded(.up) - hierarchy.sums(values)[node] + 1e-7
      let whole = Int64(hierarchy.sums(values)[node].rounded())
      let rounded = ControlledRounding(hierarchy, values, held: [node: whole]).lines
      #expect(hierarchy.sums(rounded.map(Double.init))[node] == Double(whole), "tree \(seed)")
    }
  }
}
