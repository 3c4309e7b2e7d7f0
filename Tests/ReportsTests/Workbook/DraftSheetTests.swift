import Analytics
import Spreadsheets
import Testing

@testable import Reports

@Suite("The sheet of the draft")
struct DraftSheetTests {
  let book: Workbook

  init() throws {
    book = WorkbookReport(try SampleWorkbookRun.contents(more: [SampleWorkbookRun.draft])).workbook
  }

  // Labels stand in A to D, as no line has a project, budget in E, costing F, reference G, control
  // H, draft I, the figure in use J, excess over the ceiling K, change L, growth M. The total is row
  // 5; A 6, its class 7, 20101 8 and a kind of it 9, 20102 10; B 11, its class 12, its line 13.

  @Test("uses the draft where one is typed, else the costing, else the reference")
  func figure() throws {
    func first(_ row: Int) -> String {
      "IF(I\(row)<>\"\",I\(row),IF(F\(row)<>\"\",F\(row),IF(G\(row)<>\"\",G\(row),\"\")))"
    }
    #expect(try book.content("Draft!J8") == formula(first(8), 120))
    #expect(try book.content("Draft!J10") == formula(first(10), 35))
    #expect(try book.content("Draft!J13") == formula(first(13), 23))
  }

  @Test("adds lines up to classes, units and the total, which no table has; kinds are not added")
  func sums() throws {
    #expect(try book.content("Draft!J5") == formula("SUM(J6,J11)", 178))
    #expect(try book.content("Draft!J6") == formula("SUM(J7)", 155))
    #expect(try book.content("Draft!J7") == formula("SUM(J8,J10)", 155))
    #expect(try book.content("Draft!K5") == formula("SUM(K6,K11)", 5))
  }

  @Test("has sums over what is still to be typed")
  func emptySums() throws {
    #expect(try book.content("Draft!I7") == formula("SUM(I8,I10)", 0))
    #expect(try book.content("Draft!I5") == formula("SUM(I6,I11)", 23))
  }

  @Test("lets change and excess over the ceiling follow the figure in use")
  func formulas() throws {
    #expect(
      try book.content("Draft!L8") == formula("IF(OR(J8=\"\",E8=\"\"),\"\",J8-E8)", 10))
    let excess = { (row: Int) in
      "IF(OR(J\(row)=\"\",H\(row)=\"\",J\(row)<=H\(row)),\"\",J\(row)-H\(row))"
    }
    #expect(try book.content("Draft!K8") == formula(excess(8), 5))
    #expect(try book.content("Draft!K10") == .formula(excess(10), cached: .text("")))
    #expect(try book.content("Draft!K13") == .formula(excess(13), cached: .text("")))
  }

  @Test("has input cells at its lines and nowhere else")
  func input() throws {
    let fill = Palette.input
    let filled = try (5...13).filter { try book.cell("Draft!I\($0)").style.fill == fill }
    #expect(filled == [8, 10, 13])
    #expect(book.sheet("Draft")?.inputRules.map(\.range.name) == ["I8", "I10", "I13"])
  }

  @Test("marks what is above its ceiling")
  func highlight() throws {
    let highlights = try #require(book.sheet("Draft")?.highlights)
    #expect(highlights.map(\.range.name) == ["I5:I13", "J5:J13"])
    #expect(highlights.map(\.formula) == ["N($K5)>0", "N($K5)>0"])
  }

  @Test("is what the summary and the defined names refer to")
  func references() throws {
    #expect(book.names.contains(DefinedName("draft_total", "'Draft'!$J$5")))
    let summary = try #require(book.sheet("Summary"))
    let refers = summary.rows.joinedCells.contains {
      $0.content == formula("'Draft'!$J$5", 178)
    }
    #expect(refers)
  }

  @Test("sums up by unit what it has no room for, so that its totals stay right")
  func rest() throws {
    var limits = WorkbookLimits()
    limits.outlineRows = 2
    let contents = try SampleWorkbookRun.contents(more: [SampleWorkbookRun.draft])
    let small = WorkbookReport(contents, limits: limits).workbook
    // One row lower than above: a note says which lines have rows. One column to the left: the
    // lines that have one have no kinds.
    #expect(try small.content("Draft!I6") == formula("SUM(I7,I11)", 178))
    #expect(try small.content("Draft!E12") == .number(22))
    #expect(try small.content("Draft!C12") == .text("1 others (see forecast/draft.csv)"))
    guard case .text(let note) = try small.content("Draft!A4") else {
      throw NoSuchSheet(name: "note")
    }
    #expect(note.hasPrefix("The 2 largest lines have rows of their own"))
  }
}

extension [SheetRow] {
  fileprivate var joinedCells: [SheetCell] { flatMap(\.cells) }
}
