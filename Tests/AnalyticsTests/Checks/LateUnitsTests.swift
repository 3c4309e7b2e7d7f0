import Analytics
import Testing

@Suite("A late unit")
struct LateUnitsTests {
  private func findings(_ rows: String) throws -> [Finding] {
    let dataset = try TestDataset.accounts("year,unit,subject,budget,outturn\n" + rows)
    return LateUnits.findings(dataset, NodeTable(Panel(dataset)))
  }

  @Test("is named with what the totals lack")
  func late() throws {
    let found = try findings("2022,A,1,5,4\n2022,B,1,7,6\n2023,A,1,5,5\n2023,B,1,8,\n")
    #expect(found.count == 1)
    #expect(found[0].unit == "B" && found[0].stage == .outturn)
    #expect(found[0].year == FiscalYear(2023))
    #expect(found[0].message.contains("6"))
  }

  @Test("is none where a budget is adopted for a year that nobody has closed")
  func season() throws {
    #expect(try findings("2022,A,1,5,4\n2022,B,1,7,6\n2023,A,1,5,\n2023,B,1,8,\n").isEmpty)
  }

  @Test("is none where the unit had nothing but zeros")
  func zero() throws {
    #expect(try findings("2022,A,1,5,4\n2022,B,1,0,0\n2023,A,1,5,5\n").isEmpty)
  }

  @Test("is none where the unit has been silent for longer")
  func gone() throws {
    let rows = "2021,B,1,7,6\n2022,A,1,5,4\n2023,A,1,5,5\n"
    #expect(try findings(rows).isEmpty)
  }
}
