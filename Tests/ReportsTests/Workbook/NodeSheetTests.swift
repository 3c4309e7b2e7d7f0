import Analytics
import Spreadsheets
import Testing

@testable import Reports

@Suite("The sheet of execution")
struct NodeSheetTests {
  let book: Workbook

  init() throws { book = WorkbookReport(try SampleWorkbookRun.contents()).workbook }

  /// The texts of a column from the first row below the headings.
  private func texts(_ column: Int, of sheet: String) -> [String] {
    (book.sheet(sheet)?.rows.dropFirst(3) ?? []).map { row in
      if case .text(let text) = row.cells[column].content { text } else { "" }
    }
  }

  @Test("puts each sum above its parts: the total, units, classes, lines; then subjects")
  func order() {
    #expect(
      texts(1, of: "Execution") == ["", "A", "A", "A", "A", "B", "B", "B", "", "", "", ""])
    #expect(
      texts(2, of: "Execution") == [
        "", "", "201", "20101", "20102", "", "201", "20101", "", "201", "20101", "20102",
      ])
  }

  @Test("has outline levels along the trees")
  func levels() {
    let levels = book.sheet("Execution")?.rows.dropFirst(3).map(\.outlineLevel)
    #expect(levels == [0, 1, 2, 3, 3, 1, 2, 3, 0, 1, 2, 2])
  }

  @Test("adds parts up by formulas, with the table's figures as their values")
  func sums() throws {
    #expect(try book.content("Execution!E4") == formula("SUM(E5,E9)", 130))
    #expect(try book.content("Execution!F4") == formula("SUM(F5,F9)", 169))
    #expect(try book.content("Execution!F5") == formula("SUM(F6)", 151))
    #expect(try book.content("Execution!F6") == formula("SUM(F7:F8)", 151))
    #expect(try book.content("Execution!F7") == .number(121))
  }

  @Test("has changes and percentages as formulas")
  func changes() throws {
    #expect(try book.content("Execution!G7") == formula("F7-E7", 11))
    let execution = "IF(OR(F7=\"\",E7=\"\",E7=0),\"\",ROUND(F7/E7*100,2))"
    #expect(try book.content("Execution!H7") == formula(execution, 110))
  }

  @Test("leaves blank what is not appropriated, and undefined what is divided by it")
  func blanks() throws {
    #expect(try book.content("Execution!E8") == .blank)
    #expect(try book.content("Execution!G8") == formula("F8-E8", 30))
    let execution = "IF(OR(F8=\"\",E8=\"\",E8=0),\"\",ROUND(F8/E8*100,2))"
    #expect(try book.content("Execution!H8") == .formula(execution, cached: .text("")))
  }

  @Test("takes shares and contributions of the unit for lines and of the total for units")
  func shares() throws {
    // Outturn 2023 stands in E, 2022 in F: 121 of A's 151; A's 151 of 169, and 1 more of 162.
    let share = "IF(OR(E8=\"\",E6=\"\",E6=0),\"\",ROUND(E8/E6*100,2))"
    #expect(try book.content("Year on year!I8") == formula(share, 80.13))
    let whole = "IF(OR(E6=\"\",E5=\"\",E5=0),\"\",ROUND(E6/E5*100,2))"
    #expect(try book.content("Year on year!I6") == formula(whole, 89.35))
    let contribution = "IF(OR(G6=\"\",F5=\"\",F5=0),\"\",ROUND(ROUND(G6,2)/ABS(F5)*100,2))"
    #expect(try book.content("Year on year!K6") == formula(contribution, 0.62))
  }

  @Test("has frozen headings, a filter over all rows, and prints its headings on each page")
  func frame() throws {
    let sheet = try #require(book.sheet("Execution"))
    #expect(sheet.frozen == CellPlace(row: 3, column: 4))
    #expect(sheet.filter?.name == "A3:H15")
    #expect(sheet.print.headingRows == 2...2)
    #expect(sheet.print.isLandscape)
  }

  @Test("steps from each amount of the bridge to the next that is there")
  func bridge() throws {
    // previous_outturn E, budget F and its change G, estimate H and I; there is no revised budget.
    #expect(try book.content("Bridge!G5") == formula("F5-E5", -32))
    #expect(try book.content("Bridge!I5") == formula("H5-F5", 39))
  }

  @Test("shows the largest lines where there is no room for all, and names the table with the rest")
  func limits() throws {
    var limits = WorkbookLimits()
    limits.outlineRows = 8
    let small = WorkbookReport(try SampleWorkbookRun.contents(), limits: limits).workbook
    let note = try #require(small.sheet("Execution")?[CellPlace(row: 2, column: 0)].content)
    guard case .text(let text) = note else { throw NoSuchSheet(name: "note") }
    #expect(text.contains("comparison/execution.csv"))
    #expect(text.contains("largest amounts of the newest year"))
    // A 201 has none of its lines here: its sum is the table's figure, and no formula.
    #expect(try small.content("Execution!F7") == .number(151))
  }

  @Test("leaves room for lines where units alone would fill it")
  func manyUnits() throws {
    let rows = (1...40).map { "2023,unit \($0),20101,\($0).00" }
    let text = "year,unit,subject,outturn\n" + rows.joined(separator: "\n") + "\n"
    let nodes = try SampleWorkbookRun.contents(text).nodes
    let isShown = nodes.largest(12)
    let shown = nodes.nodes.indices.filter { isShown[$0] }
    let levels = Dictionary(grouping: shown) { nodes.nodes[$0].level }
    // The total, both subjects and the six largest units; then the three largest classes of those.
    #expect(levels.mapValues(\.count) == [.total: 1, .subject: 2, .unit: 6, .class: 3])
    let names = (levels[.unit] ?? []).map { nodes.panel.units.code(nodes.nodes[$0].unit) }
    #expect(Set(names) == Set((35...40).map { "unit \($0)" }))
  }
}
