import Testing

@testable import Analytics

@Suite("The checks of people")
struct StaffingCheckTests {
  private func findings(_ rule: String, _ tables: [String: String]) throws -> [Finding] {
    let dataset = try TestDataset.package(tables, ReadingOptions(decimals: 2))
    let check = try #require(Check.named(rule))
    return CheckedDataset(dataset, NodeTable(Panel(dataset))).findings([check])
  }

  @Test("name the heads that a rate implies, as in docs/checks/implied_heads.md")
  func impliedHeads() throws {
    let tables = [
      "accounts": "year,unit,subject,outturn\n2023,A,insurance,5.81\n",
      "rates": "subject,from,basis,value\ninsurance,2023-01,per_head_year,0.12\n",
      "headcount": "year,unit,category,in_post\n2023,A,staff,26\n",
    ]
    let found = try findings("implied_heads", tables)
    #expect(
      found.map(\.message) == [
        "2023 A insurance: at the rate in force, 5.81 stands for 48.42 heads, and the roster has "
          + "26.00 person-years; the rate is used as a ratio; please verify heads or rate"
      ])
    var right = tables
    right["headcount"] = "year,unit,category,in_post\n2023,A,staff,48\n"  // within 5 %
    #expect(try findings("implied_heads", right).isEmpty)
  }

  @Test("name the base that a percentage implies, as in docs/checks/implied_base.md")
  func impliedBase() throws {
    let found = try findings(
      "implied_base",
      [
        "accounts": "year,unit,subject,outturn\n2023,A,pay,100.00\n2023,A,pension,24.00\n",
        "rates": "subject,from,basis,value\npension,2023-01,percent_of:pay,16\n",
        "headcount": "year,unit,category,in_post\n2023,A,staff,10\n",
      ])
    #expect(
      found.map(\.message) == [
        "2023 A pension: at 16 %, 24.00 stands for a base of 150.00, and the sums it is taken of are "
          + "100.00; the rate is used as a ratio; please verify what it is taken of"
      ])
  }

  @Test("name a cost per head out of the range, as in docs/checks/cost_per_head.md")
  func costPerHead() throws {
    let units = ["A", "B", "C", "D", "E"]
    let amounts = ["100.00", "101.00", "102.00", "103.00", "900.00"]
    let found = try findings(
      "cost_per_head",
      [
        "accounts": "year,unit,subject,outturn\n"
          + zip(units, amounts).map { "2023,\($0),pay,\($1)\n" }.joined(),
        "subjects": "code,staffing\npay,*\n",
        "headcount": "year,unit,category,in_post\n"
          + units.map { "2023,\($0),staff,10\n" }.joined(),
      ])
    #expect(
      found.map(\.message) == [
        "2023 E pay: a person-year costs 90.00, and 10.20 in the median of all units; please verify "
          + "heads or what the line holds"
      ])
  }

  @Test("name heads below zero once, as in docs/checks/negative_heads.md")
  func negativeHeads() throws {
    var tables = [
      "accounts": "year,unit,subject,outturn\n2023,A,pay,1.00\n",
      "headcount": "year,unit,category,in_post\n2023,A,clerks,3\n",
      "movements": "date,unit,category,delta,reason\n2024-05,A,clerks,-30,resign\n"
        + "2025-05,A,clerks,1,recruit\n",
    ]
    let found = try findings("negative_heads", tables)
    #expect(
      found.map(\.message) == [
        "2024: A clerks has 3 heads, and movements leave -27: fewer than none"
      ])
    #expect(found.map(\.severity) == [.error])
    tables["movements"] = "date,unit,category,delta,reason\n2023-05,A,clerks,5,recruit\n"
    #expect(
      try findings("negative_heads", tables).map(\.message) == [
        "2023: A clerks ends with 3 heads, of which movements brought more: it would begin with -2"
      ])
    tables["movements"] = "date,unit,category,delta,reason\n2024-05,A,clerks,-3,resign\n"
    #expect(try findings("negative_heads", tables).isEmpty)
  }

  @Test("find the same where heads are carried on to later years")
  func carriedOn() throws {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,insurance,5.81\n",
      "rates": "subject,from,basis,value\ninsurance,2023-01,per_head_year,0.12\n",
      "headcount":
        "year,unit,category,establishment,in_post\n2023,A,staff,26,26\n2023,B,staff,3,3\n",
      "movements": "date,unit,category,delta,status\n2024-03,A,staff,1,planned\n"
        + "2024-05,B,staff,-30,planned\n",
    ])
    let nodes = NodeTable(Panel(dataset))
    let rules = ["establishment", "negative_heads", "implied_heads"]
    let checks = rules.compactMap(Check.named)
    let found = CheckedDataset(dataset, nodes).findings(checks)
    #expect(found.map(\.rule) == rules)
    let roster = Roster(dataset, through: FiscalYear(2026))
    #expect(CheckedDataset(dataset, nodes, roster).findings(checks) == found)
  }

  @Test("name movements to come that fill more posts than there are")
  func plannedHeads() throws {
    let found = try findings(
      "establishment",
      [
        "accounts": "year,unit,subject,outturn\n2023,A,pay,1.00\n",
        "headcount":
          "year,unit,category,establishment,in_post,on_establishment\n2023,A,staff,5,5,5\n",
        "movements": "date,unit,category,delta,status\n2024-03,A,staff,1,planned\n",
      ])
    #expect(
      found.map(\.message) == [
        "2024: planned movements bring A staff to 6 on an establishment of 5; please verify"
      ])
  }
}
