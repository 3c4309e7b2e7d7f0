import Testing

@testable import Analytics

/// Unit A is called B from 2023 on: ten clerks to 2022, eleven since.
@Suite("A crosswalk of units with people")
struct CrosswalkPeopleTests {
  private static let tables = [
    "accounts": "year,unit,subject,outturn\n2020,A,pay,900\n2021,A,pay,1000\n"
      + "2022,A,pay,1000\n2023,B,pay,1210\n",
    "crosswalk": "from_unit,to_unit,from_year\nA,B,2023\n",
    "headcount": "year,unit,category,establishment,in_post\n2020,A,clerk,12,10\n"
      + "2021,A,clerk,12,10\n2022,A,clerk,12,10\n2023,B,clerk,12,11\n",
  ]

  private struct Restated {
    let dataset: Dataset
    let nodes: NodeTable
    let roster: Roster

    init(_ tables: [String: String]) throws {
      let source = try TestDataset.package(tables, ReadingOptions(decimals: 2))
      let crosswalk = Crosswalk(source.crosswalk)
      dataset = crosswalk.restated(source)
      nodes = NodeTable(Panel(source).restated(by: crosswalk))
      roster = Roster(dataset, through: FiscalYear(2025))
    }

    func row(_ unit: String, _ year: Int) -> Roster.Row? {
      roster.unit(unit).flatMap { roster.row($0, 0, FiscalYear(year)) }
    }
  }

  @Test("has what a head cost before under the new code, and nobody left under the old one")
  func perHead() throws {
    let restated = try Restated(Self.tables)
    #expect(restated.roster.units == ["B"])
    var rows: [String] = []
    PerHead(restated.nodes, PersonYears(restated.roster)).forEach {
      guard restated.nodes.nodes[$0.node].level == .unit else { return }
      let growth = $0.growth.map(\.description) ?? "-"
      rows.append("\($0.year) \($0.amountPerHead?.cents ?? 0) \(growth)")
    }
    #expect(rows == ["2020 9000 -", "2021 10000 11.11", "2022 10000 0.00", "2023 11000 10.00"])
  }

  @Test("adds up the heads and posts of units that became one")
  func merged() throws {
    var tables = Self.tables
    tables["crosswalk"]! += "C,B,2023\n"
    tables["headcount"]! += "2022,C,clerk,5,4\n"
    let row = try #require(try Restated(tables).row("B", 2022))
    #expect([row.closing, row.establishment, row.vacancy] == [14_000, 17_000, 3000])
  }

  @Test("takes movements along, and those for the change itself for none")
  func movements() throws {
    var tables = Self.tables
    tables["movements"] = """
      date,unit,category,delta,reason,to_unit
      2022-07,A,clerk,1,recruit,
      2023-01,A,clerk,-10,transfer_out,B

      """
    let restated = try Restated(tables)
    let before = try #require(restated.row("B", 2022))
    #expect([before.opening, before.joiners, before.closing] == [9000, 1000, 10_000])
    #expect(before.personYears.printed.description == "9.50")
    let after = try #require(restated.row("B", 2023))
    #expect(after.joiners == 0 && after.personYears.value == 11)
  }

  @Test("takes a unit's rate along, until the new code has its own")
  func rates() throws {
    var tables = Self.tables
    tables["rates"] = "subject,unit,from,basis,value\npay,A,2020-01,per_head_year,100\n"
    func prices() throws -> [Double] {
      let restated = try Restated(tables)
      let lines = StaffedLines(restated.nodes.panel, restated.dataset, restated.roster).lines
      let costing = RateCosting(restated.dataset, restated.roster)
      let line = try #require(lines.first { $0.unit == "B" })
      let item = try #require(costing.items(line, kind: nil).first)
      return [2022, 2023, 2024].map { costing.price(item, FiscalYear($0)) }
    }
    #expect(try prices() == [10_000, 10_000, 10_000])
    tables["rates"]! += "pay,B,2024-01,per_head_year,120\n"
    #expect(try prices() == [10_000, 10_000, 12_000])
  }

  @Test("takes rates, what they are taken of and drivers of a subject along")
  func subject() throws {
    let restated = try Restated([
      "accounts": "year,unit,subject,outturn\n2022,A,wages,1000\n2022,A,fund,100\n"
        + "2023,A,pay,1000\n2023,A,pension,100\n",
      "subjects": "code,staffing\nwages,*\npay,\nfund,*\npension,\n",
      "crosswalk": "from_subject,to_subject,from_year\nwages,pay,2023\nfund,pension,2023\n",
      "rates": "subject,from,basis,value\nfund,2020-01,percent_of:wages,10\n",
      "headcount": "year,unit,category,in_post\n2022,A,clerk,10\n2023,A,clerk,10\n",
    ])
    let panel = restated.nodes.panel
    let lines = StaffedLines(panel, restated.dataset, restated.roster).lines
    #expect(lines.map(\.subject).sorted() == ["pay", "pension"])
    #expect(lines.allSatisfy { $0.hasDriver })
    let line = try #require(lines.first { $0.subject == "pension" })
    let item = try #require(
      RateCosting(restated.dataset, restated.roster).items(line, kind: nil).first)
    let percentage = PercentageRate(
      item, line, RateBase(restated.dataset, panel), restated.roster, cents: 100)
    for year in [FiscalYear(2022), FiscalYear(2023)] {
      #expect(percentage.amount(year, onSumsOf: year, .outturn) == 10_000)
    }
  }

  @Test("divides receipts by weights, and adds them to what the successor had")
  func receipts() throws {
    var tables = Self.tables
    tables["crosswalk"] = "from_unit,to_unit,from_year,weight\nA,B,2023,0.7\nA,C,2023,0.3\n"
    tables["receipts"] = """
      year,unit,source_of_funds,outturn
      2022,A,fees,100.01
      2022,C,fees,5
      2023,A,fees,9

      """
    let found = try Restated(tables).dataset.receipts.map {
      "\($0.year) \($0.unit) \($0.values[.outturn]!.cents)"
    }
    #expect(found == ["2022 B 7000", "2022 C 3501", "2023 A 900"])
  }

  @Test("leaves heads of a unit that is split where they are, and says so, as in split_heads.md")
  func split() throws {
    var tables = Self.tables
    tables["crosswalk"] = "from_unit,to_unit,from_year,weight\nA,B,2023,0.6\nA,C,2023,0.4\n"
    #expect(try Restated(tables).row("A", 2022)?.closing == 10_000)
    let dataset = try TestDataset.package(tables)
    let check = try #require(Check.named("split_heads"))
    let findings = CheckedDataset(dataset, NodeTable(Panel(dataset))).findings([check])
    #expect(
      findings.map(\.message) == [
        "A is split into B, C from 2023: its heads of 2020 to 2022 cannot be divided by weights and "
          + "stay under A; give them by the new codes in headcount"
      ])
    let whole = try TestDataset.package(Self.tables)
    #expect(CheckedDataset(whole, NodeTable(Panel(whole))).findings([check]).isEmpty)
  }
}
