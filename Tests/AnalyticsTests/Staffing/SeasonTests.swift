import Testing

@testable import Analytics

@Suite("People of a past budget season")
struct SeasonTests {
  private func movements(until: Int, budgetUntil: Int? = nil) throws -> [String] {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2022,A,pay,1\n2023,A,pay,1\n2024,A,pay,1\n",
      "movements": """
      date,unit,category,delta,status
      2022-03,A,clerk,1,actual
      2023-03,A,clerk,2,actual
      2023-09,A,clerk,3,planned
      2024-03,A,clerk,4,actual
      2024-05,A,clerk,5,
      2024-07,A,clerk,6,approved
      2025-01,A,clerk,7,planned

      """,
    ])
    return dataset.until(FiscalYear(until), budgetUntil: budgetUntil.map(FiscalYear.init))
      .movements.map(\.delta.description)
  }

  @Test("are those who had moved by then, and as the plan all who moved later")
  func moved() throws {
    let all = ["1", "2", "3", "4", "5", "6", "7"]
    #expect(try movements(until: 2022) == all)
    #expect(try movements(until: 2022, budgetUntil: 2023) == all)
  }

  @Test("go with reasons and receipts of the budgets that it had")
  func stages() throws {
    let season = try TestDataset.package([
      "accounts": "year,unit,subject,budget,outturn\n2023,A,pay,1,1\n2024,A,pay,2,2\n",
      "adjustments":
        "year,unit,subject,stage,amount,kind,against\n"
        + "2024,A,pay,budget,1,one_off,level\n2024,A,pay,outturn,2,one_off,level\n"
        + "2025,A,pay,budget,3,one_off,level\n",
      "receipts": "year,unit,source_of_funds,budget,outturn\n2024,A,tax,5,6\n2025,A,tax,7,\n",
    ]).until(FiscalYear(2023), budgetUntil: FiscalYear(2024))
    #expect(season.adjustments.map(\.amount) == [Money(cents: 100)])
    #expect(season.receipts.map(\.values) == [[.budget: Money(cents: 500)]])
  }

  @Test("leave out heads that were counted later")
  func counted() throws {
    let season = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2022,A,pay,1\n2023,A,pay,1\n",
      "headcount": "year,unit,category,in_post\n2023,B,chief,1\n2022,A,clerk,10\n",
    ]).until(FiscalYear(2022), budgetUntil: nil)
    #expect(season.headcount.map(\.unit) == ["A"])
    #expect(StaffCategories(season).all.map(\.code) == ["clerk"])
    #expect(season.headcount.first?.place == "headcount.csv:3")
  }
}
