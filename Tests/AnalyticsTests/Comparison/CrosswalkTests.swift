import Analytics
import Testing

@Suite("A crosswalk")
struct CrosswalkTests {
  private func nodes(_ accounts: String, _ crosswalk: String) throws -> NodeTable {
    let dataset = try TestDataset.package([
      "accounts": accounts,
      "crosswalk": "from_subject,to_subject,from_unit,to_unit,from_year,weight\n" + crosswalk,
    ])
    return NodeTable(Panel(dataset).restated(by: Crosswalk(dataset.crosswalk)))
  }

  @Test("splits an amount so that the parts add up to the cent")
  func split() throws {
    let nodes = try nodes(
      "year,unit,subject,outturn\n2022,A,old,100.01\n2023,A,x,40\n2023,A,y,70\n",
      "old,x,,,2023,0.333\nold,y,,,2023,0.667\n")
    #expect(nodes.cents(.line, unit: "A", subject: "x", .outturn, 2022) == 3330)
    #expect(nodes.cents(.line, unit: "A", subject: "y", .outturn, 2022) == 6671)
    #expect(nodes.cents(.line, unit: "A", subject: "old", .outturn, 2022) == nil)
    #expect(nodes.cents(.total, .outturn, 2022) == 10001)
  }

  @Test("adds to what the successor has already, and touches no later year")
  func merge() throws {
    let nodes = try nodes(
      "year,unit,subject,outturn\n2022,A,1,10\n2022,A,2,5\n2023,A,2,16\n2023,A,1,3\n",
      "1,2,,,2023,\n")
    #expect(nodes.cents(.line, unit: "A", subject: "2", .outturn, 2022) == 1500)
    #expect(nodes.cents(.line, unit: "A", subject: "1", .outturn, 2023) == 300)
  }

  @Test("passes amounts on through a chain of changes")
  func chain() throws {
    let nodes = try nodes(
      "year,unit,subject,outturn\n2020,A,1,10\n2021,A,2,11\n2022,A,3,12\n",
      "1,2,,,2021,\n2,3,,,2022,\n")
    #expect(nodes.cents(.line, unit: "A", subject: "3", .outturn, 2020) == 1000)
    #expect(nodes.cents(.line, unit: "A", subject: "3", .outturn, 2021) == 1100)
  }

  @Test("renames a unit")
  func unit() throws {
    let nodes = try nodes(
      "year,unit,subject,outturn\n2022,A,1,10\n2023,B,1,11\n", ",,A,B,2023,\n")
    #expect(nodes.cents(.line, unit: "B", subject: "1", .outturn, 2022) == 1000)
  }

  @Test(
    "leaves every total what it was, whatever is broken down",
    arguments: [
      // a unit that prints only a total merges with one that prints its parts, and the reverse
      ("2020,Z,11,5\n2020,A,1,10\n2021,A,11,16\n", ",,Z,A,2021,\n", 1500),
      ("2020,Z,1,5\n2020,A,11,10\n2021,A,11,16\n", ",,Z,A,2021,\n", 1500),
      // a total with an unlisted rest, of which one part moves away
      ("2020,A,1,9\n2020,A,19,5\n2020,B,12,1\n2021,A,11,4\n", "19,21,,,2021,\n", 1000),
      // a negative amount that is split
      ("2020,A,19,-0.01\n2021,A,11,6\n", "19,11,,,2021,0.5\n19,12,,,2021,0.5\n", -1),
    ])
  func totals(accounts: String, crosswalk: String, cents: Int64) throws {
    let dataset = try TestDataset.package(
      [
        "accounts": "year,unit,subject,outturn\n" + accounts,
        "crosswalk": "from_subject,to_subject,from_unit,to_unit,from_year,weight\n" + crosswalk,
      ], ReadingOptions(subjectLevels: [1, 2]))
    let restated = Panel(dataset).restated(by: Crosswalk(dataset.crosswalk))
    #expect(NodeTable(Panel(dataset)).cents(.total, .outturn, 2020) == cents)
    #expect(NodeTable(restated).cents(.total, .outturn, 2020) == cents)
  }

  @Test("restates known reasons with the money they explain")
  func adjustments() throws {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2020,A,1,5\n2021,A,2,6\n",
      "crosswalk": "from_subject,to_subject,from_year\n1,2,2021\n",
      "adjustments":
        "year,unit,subject,stage,amount,kind,against,recurs\n"
        + "2020,A,1,outturn,2,one_off,level,no\n",
    ])
    let crosswalk = Crosswalk(dataset.crosswalk)
    let nodes = NodeTable(Panel(dataset).restated(by: crosswalk))
    let base = Normalisation(nodes, crosswalk.restated(dataset).adjustments)
    #expect(base.change(0, .outturn, FiscalYear(2020))?.amount == Money(cents: -200))
  }

  @Test("is refused where weights do not add up to one")
  func weights() throws {
    #expect(throws: SourceErrors.self) {
      try nodes("year,unit,subject,outturn\n2022,A,1,10\n", "1,2,,,2023,0.5\n1,3,,,2023,0.4\n")
    }
  }
}
