import Testing

@testable import Analytics

@Suite("Dated rates")
struct DatedRatesTests {
  private func rates(_ rows: String, unit: String = "A", group: String? = nil) throws -> DatedRates
  {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,pay,1\n",
      "rates": "subject,unit,category,from,to,paid_from,basis,value\n" + rows,
    ])
    let category = StaffCategory(
      code: "clerk", group: group, progression: nil, countsAsHead: true)
    let target = RateTable.Target(subject: "pay", unit: unit, category: category)
    return DatedRates(RateTable(dataset.rates).rates(for: target))
  }

  private let year = FiscalYear(2023)

  @Test("count each for its part of the year, to the day, and a gap as nothing")
  func parts() throws {
    let halves = try rates(
      "pay,,,2020-01,2023-06,,per_head_year,8\npay,,,2023-07,,,per_head_year,12\n")
    #expect(halves.average(year, paidBy: year) == 10)
    let fromApril = try rates("pay,,,2023-04-16,,,per_head_month,1\n")  // 8.5 months
    #expect(fromApril.average(year, paidBy: year) == 8.5)
    #expect(fromApril.atEnd(of: year) == 12)
    #expect(fromApril.average(FiscalYear(2022), paidBy: year) == 0)
  }

  @Test("go by unit before category, by category before group, by group before any")
  func particular() throws {
    let rows =
      "pay,,*,2020-01,,,per_head_year,1\npay,,staff,2020-01,,,per_head_year,2\n"
      + "pay,,clerk,2020-01,,,per_head_year,3\npay,B,*,2020-01,,,per_head_year,4\n"
    #expect(try rates(rows).atEnd(of: year) == 3)
    #expect(try rates(rows, unit: "B", group: "staff").atEnd(of: year) == 4)
    let general = rows.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
    #expect(try rates(general, group: "staff").atEnd(of: year) == 2)
    #expect(try rates(general).atEnd(of: year) == 1)
  }

  @Test("are paid from later on: what falls due before is arrears of that year")
  func arrears() throws {
    let late = try rates(
      "pay,,,2020-01,,,per_head_year,6\npay,,,2022-07,,2023-02,per_head_year,8\n")
    let before = FiscalYear(2022)
    #expect(late.average(before, paidBy: before) == 6)
    #expect(late.average(before, paidBy: year) == 7)
    #expect(late.arrearsYears(paidIn: year) == [before])
    #expect(late.arrearsYears(paidIn: FiscalYear(2024)).isEmpty)
  }
}
