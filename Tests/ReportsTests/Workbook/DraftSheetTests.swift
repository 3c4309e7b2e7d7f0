import Analytics
import Spreadsheets
import Testing

@testable import Reports

@Suite("The sheet of the draft")
struct DraftSheetTests {
  let book: Workbook

  init() throws {
    book = WorkbookReport(try SampleRun.contents(more: [SampleRun.draft])).workbook
  }

  // Labels stand in A to E, budget in F, control G, draft H, over control I, change J, growth K.
  // The total is row 5; A 6, its class 7, lines 8 and 9; B 10, its class 11, its line 12.

  @Test("adds lines up to classes, units and the total, which no table has")
  func sums() throws {
    #expect(try book.content("Draft!H5") == formula("SUM(H6,H10)", 177))
    #expect(try book.content("Draft!H6") == formula("SUM(H7)", 155))
    #expect(try book.content("Draft!H7") == formula("SUM(H8:H9)", 155))
    #expect(try book.content("Draft!H8") == .number(120))
    #expect(try book.content("Draft!I5") == formula("SUM(I6,I10)", 5))
  }

  @Test("lets change and excess over the ceiling follow the draft")
  func formulas() throws {
    #expect(try book.content("Draft!J8") == formula("H8-F8", 10))
    #expect(try book.content("Draft!I8") == formula("IF(G8=\"\",\"\",MAX(H8-G8,0))", 5))
    #expect(try book.content("Draft!I9") == formula("IF(G9=\"\",\"\",MAX(H9-G9,0))", 0))
    let none = SheetCell.Content.formula("IF(G12=\"\",\"\",MAX(H12-G12,0))", cached: .text(""))
    #expect(try book.content("Draft!I12") == none)
  }

  @Test("has input cells at its lines and nowhere else")
  func input() throws {
    let fill = Palette.input
    let filled = try (5...12).filter { try book.cell("Draft!H\($0)").style.fill == fill }
    #expect(filled == [8, 9, 12])
    #expect(book.sheet("Draft")?.inputRules.map(\.range.name) == ["H8:H9", "H12"])
  }

  @Test("marks what is above its ceiling")
  func highlight() throws {
    let highlight = try #require(book.sheet("Draft")?.highlights.first)
    #expect(highlight.range.name == "H5:H12")
    #expect(highlight.formula == "AND(ISNUMBER(G5),H5>G5)")
  }

  @Test("is what the summary and the defined names refer to")
  func references() throws {
    #expect(book.names.contains(DefinedName("draft_total", "'Draft'!$H$5")))
    let summary = try #require(book.sheet("Summary"))
    let refers = summary.rows.joinedCells.contains {
      $0.content == formula("'Draft'!$H$5", 177)
    }
    #expect(refers)
  }

  @Test("sums up by unit what it has no room for, so that its totals stay right")
  func rest() throws {
    var limits = WorkbookLimits()
    limits.outlineRows = 2
    let contents = try SampleRun.contents(more: [SampleRun.draft])
    let small = WorkbookReport(contents, limits: limits).workbook
    #expect(try small.content("Draft!H5") == formula("SUM(H6,H10)", 177))
    #expect(try small.content("Draft!H11") == .number(22))
    #expect(try small.content("Draft!E11") == .text("1 others (see forecast/draft.csv)"))
  }
}

extension [SheetRow] {
  fileprivate var joinedCells: [SheetCell] { flatMap(\.cells) }
}
