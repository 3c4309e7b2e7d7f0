import Analytics
import Testing

@Suite("Assignments to stages")
struct StageAssignmentTests {
  @Test("name their stages")
  func stages() throws {
    let list = try StageAssignment.list(parsing: "revised = @a; outturn = @b - 1;")
    #expect(list.map(\.description) == ["revised = @a", "outturn = @b - 1"])
    #expect(list.map(\.stage) == [.revised, .outturn])
  }

  @Test("mean the outturn where they name none")
  func bare() throws {
    let list = try StageAssignment.list(parsing: "outturn(all, all, 2023) - @a")
    #expect(list.map(\.description) == ["outturn = outturn(all, all, 2023) - @a"])
  }

  @Test(
    "are refused with their place",
    arguments: [
      ("actual = 1", "column 1: 'actual' is not a stage"),
      ("budget = 1; budget = 2", "column 13: budget is assigned twice"),
      ("outturn = 1; 2", "column 14: outturn is assigned twice"),
      ("revised = ", "column 11: the end where a number"),
      ("revised = 1 outturn = 2", "column 13: 'outturn' where an operator or the end should be"),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: FigureSyntaxError.self) {
      try StageAssignment.list(parsing: text)
    }
    #expect(error.map { $0.description.hasPrefix(message) } == true, "\(error as Any)")
  }
}
