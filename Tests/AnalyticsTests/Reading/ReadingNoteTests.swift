import Testing

@testable import Analytics

@Suite("What a reader noticed")
struct ReadingNoteTests {
  private static let kinds: [ReadingNote.Kind] = [
    .doubtfulEncoding(EncodingDoubt(), .big5), .doubtfulEncoding(EncodingDoubt(), .windows1252),
    .repeatedRows([3, 7]), .blankCodes(.unit, count: 2), .unknownColumns(["colour"], parents: []),
    .parentsWithoutRows(.unit, ["town"]),
    .unknownTable("memo"), .roundedAmounts(count: 4), .dashAmounts(count: 5),
    .undeclaredCode("Fuel", .subject, .subjects, meant: "fuel"),
    .unknownCode("110", column: "movements.unit", .units, rows: 6, meant: "101"),
    .movementReasons([4, 9], example: "recruit -1"),
    .repeatedMovements(rows: 12, most: 13, line: 2), .unknownSetting("Units", meant: nil),
  ]

  @Test("is said in the language of the dataset, with the same numbers and names")
  func languages() {
    let marks = [
      "BIG5", "1252", "3, 7", "2", "colour", "town", "memo", "4", "5", "Fuel", "110", "4, 9", "13",
      "Units",
    ]
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

  @Test("names five columns at the most, and counts the others")
  func manyColumns() {
    let note = ReadingNote(
      .unknownColumns((1...10_000).map { "c\($0)" }, parents: []), at: "accounts.csv")
    #expect(
      note.finding(.english).message
        == "columns that mean nothing here are kept aside: 'c1', 'c2', 'c3', 'c4', 'c5' and 9995 more"
    )
    #expect(note.finding(.chinese).message.hasSuffix("“c5”等 10000 列"))
  }
}
