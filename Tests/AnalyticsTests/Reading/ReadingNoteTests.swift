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
    .repeatedMovements(rows: 12, most: 13, line: 2), .ratesWithoutRatio([23]),
    .unknownSetting("Units", meant: nil),
  ]

  @Test("is said in the language of the dataset, with the same numbers and names")
  func languages() {
    let marks = [
      "BIG5", "1252", "3, 7", "2", "colour", "town", "memo", "4", "5", "Fuel", "110", "4, 9", "13",
      "23", "Units",
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

  @Test("is that no ratio follows from a rate before of nothing, or from one rate alone")
  func rates() throws {
    let rows = ["0,12", "8,", "8,12", ","].map { "2023,A,1,outturn,rate,budget,\($0)\n" }
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,1,5\n",
      "adjustments": "year,unit,subject,stage,kind,against,rate_before,rate_after\n"
        + rows.joined(),
    ])
    #expect(
      dataset.notes.map { "\($0.rule) \($0.source ?? "") \($0.message.prefix(20))" } == [
        "rate_without_ratio adjustments.csv:2 rows of adjustments "
      ])
    #expect(dataset.notes.first?.message.contains(": 2, in lines 2, 3;") == true)
    #expect(dataset.adjustments.map { $0.rateChange != nil } == [false, false, true, false])
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
