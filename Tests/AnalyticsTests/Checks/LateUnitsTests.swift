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

  @Test("tells every year that lacks it, at each stage")
  func everyYear() throws {
    let rows = "2022,A,1,5,4\n2022,B,1,7,6\n2023,A,1,5,5\n2024,A,1,5,\n"
    let found = try findings(rows)
    #expect(found.map(\.stage) == [.budget, .outturn])
    #expect(found[0].year == FiscalYear(2024))
    #expect(
      found[0].message
        == "B has no budget for 2023 and 2024: totals of those years lack it (7 in 2022)")
    #expect(found[1].year == FiscalYear(2023))
    #expect(found[1].message.hasSuffix("totals of 2023 lack it (6 the year before)"))
  }

  @Test("is left out of both years: 10 to 5 is a fall of half, 4 to 5 a rise of a quarter")
  func growth() throws {
    let dataset = try TestDataset.accounts(
      "year,unit,subject,outturn\n2022,A,1,4\n2022,B,1,6\n2023,A,1,5\n")
    let nodes = NodeTable(Panel(dataset))
    let growth = try #require(GrowthWithoutLate(nodes, FiscalYear(2023)))
    #expect(growth.names == ["B"])
    #expect(growth.previous == Money(cents: 400) && growth.amount == Money(cents: 500))
    #expect(growth.growthPct?.description == "25.00")
    #expect(GrowthWithoutLate(nodes, FiscalYear(2022)) == nil)
  }
}
