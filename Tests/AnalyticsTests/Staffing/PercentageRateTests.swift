import Testing

@testable import Analytics

/// 1,200.00 of pay a year; amounts in hundredths.
@Suite("A percentage of a sum")
struct PercentageRateTests {
  private let year = FiscalYear(2023)

  private func percentage(_ rows: String) throws -> PercentageRate {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,pay,1200\n2023,A,pension,100\n",
      "rates": "subject,from,to,basis,value\n" + rows,
      "headcount": "year,unit,category,in_post\n2023,A,clerk,10\n",
    ])
    let (panel, roster) = (Panel(dataset), Roster(dataset))
    let line = try #require(StaffedLines(panel, dataset, roster).lines.first)
    let item = try #require(RateCosting(dataset, roster).items(line, kind: nil).first)
    return PercentageRate(item, line, RateBase(dataset, panel), roster, cents: 100)
  }

  @Test("counts each row for its part of the year, to the day: 5.5 months at 10 %, 6.5 at 20 %")
  func days() throws {
    let changed = try percentage(
      "pension,2020-01,2023-06-15,percent_of:pay,10\npension,2023-06-16,,percent_of:pay,20\n")
    #expect(changed.amount(year, onSumsOf: year, .outturn) == 18_500)
    #expect(changed.atEnd(of: year, onSumsOf: year, .outturn) == 24_000)
  }

  @Test("is at the end of a year what begins in its last month")
  func end() throws {
    let changed = try percentage(
      "pension,2020-01,2023-12-15,percent_of:pay,10\npension,2023-12-16,,percent_of:pay,20\n")
    #expect(changed.atEnd(of: year, onSumsOf: year, .outturn) == 24_000)
  }

  @Test("is not known where a part of the year has none")
  func gap() throws {
    let late = try percentage("pension,2023-04,,percent_of:pay,10\n")
    #expect(late.amount(year, onSumsOf: year, .outturn) == nil)
  }
}
