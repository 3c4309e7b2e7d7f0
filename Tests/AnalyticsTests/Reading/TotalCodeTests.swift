import Testing

@testable import Analytics

@Suite("A code that stands for a total")
struct TotalCodeTests {
  private static let table = """
    year,unit,subject,outturn
    2023,police,wages,107.90
    2023,police,fuel,15.60
    2023,police,TOTAL,123.50
    2023,parks,wages,41.10
    2023,parks,TOTAL,41.10
    2023,TOTAL,TOTAL,164.60

    """

  @Test("means all in any column of the key")
  func all() throws {
    let asked = try LoneFile(Self.table, ReadingOptions(totalCodes: ["TOTAL"]))
    let written = try LoneFile(Self.table.replacing("TOTAL", with: "all"))
    #expect(asked.cells == written.cells)
    #expect(NodeTable(Panel(asked.dataset)).cents(.total, .outturn, 2023) == 16460)
  }

  @Test("is a code like any other if nobody says so, and differs by case")
  func notAsked() throws {
    for codes in [[], ["Total"]] as [Set<String>] {
      let file = try LoneFile(Self.table, ReadingOptions(totalCodes: codes))
      #expect(NodeTable(Panel(file.dataset)).cents(.total, .outturn, 2023) == 49380)
    }
  }

  @Test("may be one of several, and one of a kind or a fund")
  func several() throws {
    let file = try LoneFile(
      "year,unit,fund,kind,outturn\n2023,A,T,Summe,3\n2023,A,G,personnel,1\n2023,A,S,personnel,2\n",
      ReadingOptions(totalCodes: ["T", "Summe"]))
    #expect(file.cells[0] == "2023 A outturn 3")
    #expect(NodeTable(Panel(file.dataset)).cents(.total, .outturn, 2023) == 300)
  }

  @Test("may be said by a descriptor")
  func descriptor() throws {
    var descriptor = DatasetDescriptor.loneFile(named: "a.csv")
    descriptor.outturn = .init()
    descriptor.outturn?.totalCodes = ["TOTAL"]
    let options = try descriptor.readingOptions(
      ReadingOptions(totalCodes: ["Sum"]), file: "datapackage.json")
    #expect(options.totalCodes == ["Sum", "TOTAL"])
  }

  @Test("is refused where two totals contradict each other, with what to do")
  func pages() {
    #expect {
      try LoneFile(
        Self.table + "2023,TOTAL,TOTAL,9.00\n", ReadingOptions(totalCodes: ["TOTAL"]))
    } throws: { error in
      (error as? SourceErrors)?.errors.map(\.message) == [
        "line 7 has another outturn in 2023; rows coded all or TOTAL that differ are totals of "
          + "different things, such as the pages of a table: leave them out, or write for each the "
          + "code of what it is the total of, with --map unit_parent=HEADING for a column that says "
          + "what belongs to it"
      ]
    }
  }
}
