import Testing

@Suite("The reader of the written tables")
struct FoundingReportCSVTests {
  @Test("reads quoted fields with commas, quotes and line ends")
  func quoted() throws {
    let table = try StrictCSV("a,b\n\"1,\"\"2\"\"\n3\",\n")
    #expect(table.rows == [["a": "1,\"2\"\n3", "b": ""]])
  }

  @Test(
    "refuses what RFC 4180 with LF does not allow",
    arguments: [
      ("a,b\r\n1,2\r\n", StrictCSV.Problem.carriageReturn(line: 1)),
      ("a,b\n1,2", .noFinalNewline), ("a,b\n1\n", .fields(line: 2, 1, expected: 2)),
      ("a,b\n1\"2,3\n", .quoteInPlainField(line: 2)), ("a,a\n1,2\n", .repeatedColumn("a")),
      ("a\n\"1\"2\n", .textAfterQuote(line: 2)), ("a\n\"1\n", .openQuote), ("", .noRows),
    ])
  func refused(_ text: String, _ problem: StrictCSV.Problem) {
    #expect(throws: problem) { try StrictCSV(text) }
  }

  @Test("gives no cell where no row or more than one has the key")
  func oneRow() throws {
    let table = try StrictCSV("a,b\n1,2\n1,3\n4,5\n")
    #expect(try table.cell("b", where: ["a": "4"]) == "5")
    #expect(throws: StrictCSV.Problem.rows(2, matching: ["a": "1"])) {
      try table.cell("b", where: ["a": "1"])
    }
    #expect(throws: StrictCSV.Problem.rows(0, matching: ["a": "9"])) {
      try table.cell("b", where: ["a": "9"])
    }
  }
}
