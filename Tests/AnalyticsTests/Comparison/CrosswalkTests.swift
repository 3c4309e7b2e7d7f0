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

  @Test(
    "renumbers codes of one year each by one step, whichever way the numbers go",
    arguments: [
      ("1,2,,,2022,\n2,3,,,2022,\n", ["2": 100, "3": 200]),
      ("2,3,,,2022,\n1,2,,,2022,\n", ["2": 100, "3": 200]),
      ("2,1,,,2022,\n1,0,,,2022,\n", ["1": 200, "0": 100]),
      ("1,2,,,2022,0.5\n1,1,,,2022,0.5\n2,3,,,2022,\n", ["1": 50, "2": 50, "3": 200]),
    ])
  func renumbering(crosswalk: String, cents: [String: Int64]) throws {
    let nodes = try nodes("year,unit,subject,outturn\n2021,A,1,1\n2021,A,2,2\n", crosswalk)
    for subject in ["0", "1", "2", "3"] {
      let restated = nodes.cents(.line, unit: "A", subject: subject, .outturn, 2021)
      #expect(restated == cents[subject], "\(subject)")
    }
  }

  /// A chain of as many codes as a whole classification has, each by one step: the reverse order
  /// would add all up in the last.
  @Test("renumbers a whole classification")
  func renumberingOfAll() throws {
    let codes = (1...500).map { String(1000 + $0) }
    let nodes = try nodes(
      "year,unit,subject,outturn\n" + codes.map { "2021,A,\($0),\($0)\n" }.joined(),
      zip(codes, codes.dropFirst() + ["x"]).map { "\($0),\($1),,,2022,\n" }.joined())
    for (old, new) in zip(codes, codes.dropFirst() + ["x"]) {
      #expect(nodes.cents(.line, unit: "A", subject: new, .outturn, 2021) == Int64(old)! * 100)
    }
  }

  @Test("finds a replaced code that goes on, as in replaced_code.md")
  func replaced() throws {
    let accounts =
      "year,unit,subject,outturn\n2021,A,20805,10.00\n2022,A,20805,11.01\n2023,A,20811,12.00\n"
    func messages(_ crosswalk: String) throws -> [String] {
      let dataset = try TestDataset.package([
        "accounts": accounts,
        "crosswalk": "from_subject,to_subject,from_year,weight\n" + crosswalk,
      ])
      let check = try #require(Check.named("replaced_code"))
      return CheckedDataset(dataset, NodeTable(Panel(dataset))).findings([check]).map(\.message)
    }
    #expect(
      try messages("20805,20811,2022,\n") == [
        "20805 is replaced by 20811 from 2022, and has amounts in 2022: they stay under 20805, while "
          + "earlier years are restated; see whether from_year is later, or these rows belong under "
          + "20811"
      ])
    #expect(try messages("20805,20811,2023,\n").isEmpty)
    // A part keeps the code; another code takes it over.
    #expect(try messages("20805,20811,2022,0.5\n20805,20805,2022,0.5\n").isEmpty)
    #expect(try messages("20805,20811,2022,\n20804,20805,2022,\n").isEmpty)
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

  @Test(
    "takes thirds that add up to one but for their twelfth decimal",
    arguments: [("0.333333333333", "0.333333333333"), ("0.33333333333333", "0.33333333333334")])
  func thirds(weight: String, last: String) throws {
    let nodes = try nodes(
      "year,unit,subject,outturn\n2022,A,1,100\n",
      "1,2,,,2023,\(weight)\n1,3,,,2023,\(weight)\n1,4,,,2023,\(last)\n")
    let parts = ["2", "3", "4"].map {
      nodes.cents(.line, unit: "A", subject: $0, .outturn, 2022)
    }
    #expect(parts == [3333, 3333, 3334])
  }
}
