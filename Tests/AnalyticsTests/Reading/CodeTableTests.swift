import Testing

@testable import Analytics

@Suite("A code table")
struct CodeTableTests {
  @Test("keeps codes byte for byte, in the order of their first appearance")
  func bytes() {
    var table = CodeTable()
    let codes = ["201", "201 ", "A", "a", "", "甲", "\u{e9}", "e\u{301}"]
    #expect(codes.map { table.intern($0) } == Array(0..<8))
    #expect(codes.map { table.intern($0) } == Array(0..<8))
    #expect(table.texts.map { Array($0.utf8) } == codes.map { Array($0.utf8) })
    #expect(table.find("B") == nil)
  }

  @Test("grows")
  func grows() {
    var table = CodeTable()
    let codes = (0..<5000).map { "\($0 * 7919)" }
    #expect(codes.map { table.intern($0) } == Array(0..<5000))
    #expect(codes.map { table.find($0) } == (0..<5000).map { Int32($0) })
  }

  @Test("orders codes by their bytes")
  func order() {
    var table = CodeTable()
    let codes = ["乙", "b", "B", "10", "9", "1"].map { table.intern($0) }
    #expect(codes.sorted(by: table.precedes).map(table.text) == ["1", "10", "9", "B", "b", "乙"])
  }
}
