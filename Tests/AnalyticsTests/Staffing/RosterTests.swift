import Testing

@testable import Analytics

@Suite("The roster")
struct RosterTests {
  private func roster(
    _ tables: [String: String], through last: Int? = nil
  ) throws -> Roster {
    let accounts = "year,unit,subject,outturn\n2022,A,pay,1\n2023,A,pay,1\n"
    return Roster(
      try TestDataset.package(tables.merging(["accounts": accounts]) { $1 }),
      through: last.map(FiscalYear.init))
  }

  private func row(
    _ roster: Roster, _ unit: String, _ category: String, _ year: Int
  ) throws -> Roster.Row {
    let place = try #require(roster.unit(unit))
    let number = try #require(roster.categories.place(category))
    return try #require(roster.row(place, number, FiscalYear(year)))
  }

  @Test("opens with the closing less what moved, and counts months")
  func months() throws {
    let roster = try roster([
      "headcount": "year,unit,category,in_post\n2023,A,clerk,10\n",
      "movements":
        "date,unit,category,delta,reason\n2023-04,A,clerk,1,recruit\n2023-11,A,clerk,-2,retire\n",
    ])
    let row = try row(roster, "A", "clerk", 2023)
    #expect([row.opening, row.joiners, row.leavers, row.closing] == [11000, 1000, 2000, 10000])
    // 11 all year, one more for nine months, two fewer in December
    #expect(row.personYears == HeadYears(units: 12_000_000 * 11 + 9_000_000 - 2_000_000))
    #expect(row.december == 10000)
  }

  @Test("sums transfers inside the dataset to zero, and moves the post with the head")
  func transfers() throws {
    let roster = try roster([
      "headcount":
        "year,unit,category,establishment,in_post,on_establishment\n2023,A,clerk,5,5,5\n"
        + "2023,B,clerk,4,3,3\n",
      "movements":
        "date,unit,category,delta,reason,to_unit,to_category\n"
        + "2024-03,A,clerk,-1,transfer_out,B,\n2024-07,B,clerk,-1,regrade,,chief\n",
    ])
    let (a, b) = (try row(roster, "A", "clerk", 2024), try row(roster, "B", "clerk", 2024))
    let chief = try row(roster, "B", "chief", 2024)
    #expect(a.personYears + b.personYears + chief.personYears == HeadYears(headThousandths: 8000))
    #expect([a.closing, b.closing, chief.closing] == [4000, 3000, 1000])
    #expect(a.vacancy == 1000)
  }

  @Test("makes a retiree of who retires, where the unit's retirees are counted")
  func retirees() throws {
    let tables = [
      "categories": "category,group,counts_as_head\nretired,retired,no\n",
      "headcount":
        "year,unit,category,in_post\n2023,A,clerk,3\n2023,A,retired,7\n2023,B,clerk,3\n",
      "movements":
        "date,unit,category,delta,reason\n2023-11,A,clerk,-1,retire\n2023-11,B,clerk,-1,retire\n",
    ]
    let roster = try roster(tables)
    let retired = try row(roster, "A", "retired", 2023)
    #expect([retired.opening, retired.closing] == [6000, 7000])
    #expect(retired.personYears.value == 6 + 1.0 / 12)
    let place = try #require(roster.unit("B"))
    #expect(roster.rows(place, try #require(roster.categories.place("retired"))).isEmpty)
  }

  @Test("takes movements after the last closed year as the plan, and planned ones before as undone")
  func plan() throws {
    let roster = try roster(
      [
        "headcount": "year,unit,category,in_post\n2023,A,clerk,3.5\n",
        "movements":
          "date,unit,category,delta,status\n2023-06,A,clerk,1,planned\n"
          + "2024-06-16,A,clerk,0.5,planned\n",
      ], through: 2025)
    #expect(try row(roster, "A", "clerk", 2023).opening == 3500)
    let next = try row(roster, "A", "clerk", 2024)
    #expect(next.closing == 4000 && next.isGiven == false && roster.hasPlan)
    #expect(next.personYears.printed.description == "3.77")  // 3.5 + 0.5 × 6.5/12
    #expect(try row(roster, "A", "clerk", 2025).personYears.value == 4)
  }

  @Test("lets a unit open with its first movement")
  func opens() throws {
    let roster = try roster([
      "movements": "date,unit,category,delta,reason\n2023-10,B,clerk,3,placed\n"
    ])
    let row = try row(roster, "B", "clerk", 2023)
    #expect([row.opening, row.closing] == [0, 3000] && row.personYears.value == 0.75)
  }

  @Test("wants heads that go somewhere to leave")
  func destination() {
    #expect(throws: SourceErrors.self) {
      try roster([
        "movements": "date,unit,category,delta,to_unit\n2023-10,B,clerk,3,A\n"
      ])
    }
  }
}
