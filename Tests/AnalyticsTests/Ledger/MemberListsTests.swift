import Testing

@testable import Analytics

@Suite("What stands at units and subjects")
struct MemberListsTests {
  @Test("is what a look at each thing finds, however much has come", arguments: 1...5)
  func lists(seed: UInt64) {
    var random = CheckRandom(seed: seed)
    var lists = MemberLists<Int>()
    var keys: [CellKey] = []
    for item in 0..<50 {
      let key = CellKey(
        unit: Int32.random(in: -1..<5, using: &random),
        subject: Int32.random(in: -1..<7, using: &random))
      lists.insert(item, at: key)
      keys.append(key)
      for dimension in [Dimension.unit, .subject] {
        let member = Int32.random(in: -1..<8, using: &random)
        let plain = keys.indices.filter { keys[$0][dimension] == member }
        #expect(lists.items(dimension, member) == plain)
      }
    }
  }
}
