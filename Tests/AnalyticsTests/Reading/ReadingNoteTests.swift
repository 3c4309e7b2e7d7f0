import Testing

@testable import Analytics

@Suite("What a reader noticed")
struct ReadingNoteTests {
  private static let kinds: [ReadingNote.Kind] = [
    .repeatedRows([3, 7]), .blankCodes(.unit, count: 2), .unknownColumns(["colour"]),
    .unknownTable("memo"), .roundedAmounts(count: 4), .dashAmounts(count: 5),
    .undeclaredCode("Fuel", .subject, .subjects, meant: "fuel"),
  ]

  @Test("is said in the language of the dataset, with the same numbers and names")
  func languages() {
    let marks = ["3, 7", "2", "colour", "memo", "4", "5", "Fuel"]
    for (kind, mark) in zip(Self.kinds, marks) {
      let note = ReadingNote(kind, at: "accounts.csv")
      let (chinese, english) = (note.finding(.chinese), note.finding(.english))
      #expect(chinese.message.contains(mark) && english.message.contains(mark))
      #expect(chinese.message.contains { "\u{4E00}" <= $0 && $0 <= "\u{9FFF}" })
      #expect(!english.message.contains { !$0.isASCII })
      #expect(chinese.rule == english.rule && chinese.source == "accounts.csv")
    }
  }

  @Test("names ten lines at the most", arguments: [(10, false), (11, true)])
  func manyLines(count: Int, isCut: Bool) {
    let note = ReadingNote(.repeatedRows(Array(2..<2 + count)), at: "accounts.csv:2")
    #expect(note.finding(.english).message.hasSuffix(", …") == isCut)
    #expect(note.finding(.chinese).message.hasSuffix("11 等行") == isCut)
    #expect(note.finding(.english).message.contains("\(count)"))
  }
}
