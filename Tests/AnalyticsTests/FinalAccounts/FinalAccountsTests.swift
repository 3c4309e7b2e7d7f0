import Analytics
import Testing

@Suite("Final accounts")
struct FinalAccountsTests {
  private func accounts(_ tables: [String: String]) throws -> FinalAccounts {
    let dataset = try TestDataset.package(tables)
    return try #require(FinalAccounts(dataset, NodeTable(Panel(dataset))))
  }

  @Test("are of the last year with an outturn, not of the budget after it")
  func year() throws {
    let found = try accounts([
      "accounts": "year,unit,subject,budget,outturn\n2022,A,x,4,5\n2023,A,x,6,7\n2024,A,x,8,\n"
    ])
    #expect(found.year == FiscalYear(2023))
    #expect(found.everything.total.previous == Money(cents: 500))
  }

  @Test("take all spending for that of the one budget that all receipts come from")
  func soleSource() throws {
    let found = try accounts([
      "accounts": "year,unit,subject,outturn\n2023,A,x,7\n",
      "receipts": "year,unit,source_of_funds,outturn\n2023,A,一般公共预算财政拨款,7\n2023,A,其他收入,0\n",
    ])
    #expect(found.funding.basis == .soleSource)
    #expect(found.funding.expenditure[.general]?.outturn == Money(cents: 700))
    #expect(found.funding.spent?.outturn == Money(cents: 700))
    #expect(found.funding.expenditure[.governmentFunds] == nil)
  }

  @Test("do not guess whose money was spent where receipts are mixed")
  func mixed() throws {
    let found = try accounts([
      "accounts": "year,unit,subject,outturn\n2023,A,x,7\n",
      "receipts": "year,unit,source_of_funds,outturn\n2023,A,一般公共预算财政拨款,5\n2023,A,其他收入,2\n",
    ])
    #expect(found.funding.basis == .unknown)
    #expect(found.funding.spent == nil)
    #expect(found.funding.received?.outturn == Money(cents: 500))
    #expect(found.books.keys.allSatisfy { $0 == .everything })
  }

  @Test("give each budget its subjects where the accounts tell funds apart")
  func published() throws {
    let found = try accounts([
      "accounts":
        "year,unit,subject,fund,outturn\n2023,A,x,一般公共预算,60\n2023,B,x,一般公共预算,5\n"
        + "2023,A,y,政府性基金预算,10\n2023,A,y,自有资金,3\n"
    ])
    #expect(found.funding.basis == .published)
    let general = try #require(found.books[.budget(.general)])
    #expect(general.total.outturn == Money(cents: 6_500))
    #expect(general.lines.map(\.amount.code) == ["x"])
    #expect(found.books[.appropriations]?.total.outturn == Money(cents: 7_500))
    #expect(found.everything.total.outturn == Money(cents: 7_800))
  }

  /// The printed personnel of y is 3 more than y: the slip of the founding report.
  @Test("tie kinds out with totals even where a printed part of a subject does not")
  func kinds() throws {
    let found = try accounts([
      "accounts":
        "year,unit,subject,kind,outturn\n2023,A,x,,50\n2023,A,y,,20\n2023,A,,basic,58\n"
        + "2023,A,,project,12\n2023,A,x,project,12\n2023,A,y,personnel,23\n"
    ])
    let lines = found.everything.lines
    #expect(lines.map(\.basic) == [Money(cents: 3_800), Money(cents: 2_000)])
    #expect(lines.map(\.project) == [Money(cents: 1_200), .zero])
  }

  @Test("give printed kinds alone where some project expenditure has no subject")
  func hiddenProjects() throws {
    let found = try accounts([
      "accounts":
        "year,unit,subject,kind,outturn\n2023,A,x,,50\n2023,A,y,,20\n2023,A,,project,12\n"
        + "2023,A,x,project,5\n2023,A,x,basic,45\n"
    ])
    let lines = found.everything.lines
    #expect(lines.map(\.basic) == [Money(cents: 4_500), nil])
    #expect(lines.map(\.project) == [Money(cents: 500), nil])
  }

  @Test("count joiners less leavers of the year, planned ones apart")
  func movements() throws {
    let found = try accounts([
      "accounts": "year,unit,subject,outturn\n2023,A,x,7\n",
      "movements":
        "date,unit,category,delta,reason,status\n2023-04,A,公务员,2,transfer_in,actual\n"
        + "2023-05,A,公务员,-0.5,retire,actual\n2023-06,A,公务员,9,recruit,planned\n"
        + "2022-06,A,公务员,4,recruit,actual\n",
    ])
    #expect(found.netMovement == PrintedNumber(mantissa: 15, decimals: 1))
  }

  @Test("do not count who moves inside the accounts, but who leaves for a place outside them")
  func transfers() throws {
    let found = try accounts([
      "accounts": "year,unit,subject,outturn\n2023,A,x,7\n2023,B,x,7\n",
      "movements":
        "date,unit,category,delta,reason,to_unit,to_category\n"
        + "2023-04,A,clerk,-3,transfer_out,B,\n2023-05,A,clerk,-1,regrade,,chief\n"
        + "2023-06,B,clerk,-2,transfer_out,Z,\n",
    ])
    #expect(found.netMovement == PrintedNumber(-2))
  }
}
