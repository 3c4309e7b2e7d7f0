import Analytics
import Testing

@testable import Reports

@Suite("A table")
struct TableTests {
  @Test("gives its rows in order, as often as it is asked")
  func rows() {
    let table = texts("b", "a")
    #expect(table.rows == [[.text("b")], [.text("a")]])
    #expect(table.rows == table.rows)
  }

  @Test("stops where its reader throws, with the reader's own error")
  func stops() {
    struct Full: Error, Equatable {}
    var seen = 0
    #expect(throws: Full()) {
      try texts("a", "b", "c").forEachRow { _ in
        seen += 1
        if seen == 2 { throw Full() }
      }
    }
    #expect(seen == 2)
  }

  @Test("makes rows only while they are read")
  func lazy() throws {
    struct Enough: Error {}
    let endless = Table(
      name: "endless", title: Bilingual(zh: "", en: ""), columns: texts().columns, key: [],
      generator: { body in while true { try body([.text("again")]) } })
    var seen = 0
    #expect(throws: Enough.self) {
      try endless.forEachRow { _ in
        seen += 1
        if seen == 1_000 { throw Enough() }
      }
    }
  }
}

@Suite("A table of entries")
struct EntryTableTests {
  /// Entry *n* has *n* rows; entry 3 must not be made.
  private let table = Table(
    name: "entries", title: Bilingual(zh: "", en: ""), columns: texts().columns, key: [],
    entries: 0..<4
  ) { entry, body in
    precondition(entry != 3, "entry 3 was made")
    for row in 0..<entry { try body([.text("\(entry).\(row)")]) }
  }

  @Test("gives the rows of one entry, and makes no others")
  func one() {
    var rows: [[Cell]] = []
    table.forEachRow(of: 2) { rows.append($0.cells) }
    #expect(rows == [[.text("2.0")], [.text("2.1")]])
    table.forEachRow(of: 0) { _ in Issue.record("entry 0 has no row") }
  }

  @Test("gives all rows entry by entry, and its first rows without those after them")
  func first() {
    #expect(table.first(2).map { $0.text("text") } == ["1.0", "2.0"])
    #expect(table.first(1) { $0.text("text").hasSuffix("1") }.map { $0.text("text") } == ["2.1"])
    #expect(texts("a", "b").first(5).count == 2)
  }
}

@Suite("The order of cells")
struct CellOrderTests {
  @Test("puts blanks before numbers before text")
  func kinds() {
    let cells: [Cell] = [.text(""), .number(cents(-1)), .integer(0), .blank]
    let sorted = cells.sorted { $0.isOrderedBefore($1) }
    #expect(sorted == [.blank, .number(cents(-1)), .integer(0), .text("")])
  }

  @Test("compares numbers by value, whatever their decimals")
  func numbers() {
    let small = Cell.number(PrintedNumber(mantissa: 9, decimals: 0))
    let large = Cell.number(PrintedNumber(mantissa: 1_000, decimals: 2))
    #expect(small.isOrderedBefore(large) && !large.isOrderedBefore(small))
    let short = Cell.integer(10)
    #expect(short.isOrderedBefore(large) && !large.isOrderedBefore(short))
  }

  @Test("compares text by its bytes, so that Unicode equals differ")
  func bytes() {
    let composed = Cell.text("\u{E9}")
    let decomposed = Cell.text("e\u{301}")
    #expect(decomposed.isOrderedBefore(composed) && !composed.isOrderedBefore(decomposed))
  }
}
