import Testing

@testable import Analytics

@Suite("Totals among details")
struct TotalsAmongDetailsTests {
  private func found(
    _ rows: String, _ options: ReadingOptions = ReadingOptions()
  ) throws -> [Finding] {
    let dataset = try TestDataset.accounts(rows, options)
    return CheckedDataset(dataset, NodeTable(Panel(dataset))).findings(
      [try #require(Check.named("totals_among_details"))])
  }

  private static let town = """
    year,unit,subject,outturn
    2023,police,wages,107.90
    2023,police,fuel,15.60
    2023,police,TOTAL,123.50
    2023,parks,wages,41.10
    2023,parks,TOTAL,41.10
    2023,TOTAL,TOTAL,164.60

    """

  @Test("that say so are found in a single year, in each column")
  func words() throws {
    let totals = try found(Self.town)
    #expect(totals.map { "\($0.unit ?? "-") \($0.subject ?? "-")" } == ["TOTAL -", "- TOTAL"])
    #expect(totals.allSatisfy { $0.message.hasSuffix("or say --total-code TOTAL") })
    #expect(try found(Self.town, ReadingOptions(totalCodes: ["TOTAL"])).isEmpty)
  }

  @Test("are no totals if they are not as much as the others")
  func other() throws {
    let wrong = Self.town.replacing("123.50", with: "125").replacing("164.60", with: "999")
    #expect(try found(wrong).isEmpty)
  }

  @Test("are found by their names, where their codes say nothing")
  func names() throws {
    let text = """
      year,unit,subject,subject_name,outturn
      2023,A,10,Wages,5.00
      2023,A,20,Fuel,2.00
      2023,A,0,Total expenditure,7.00
      """
    #expect(try found(text).map(\.subject) == ["0"])
  }

  @Test("may total the fund of a cell")
  func funds() throws {
    let text = "year,unit,fund,outturn\n2023,A,G,5\n2023,A,S,2\n2023,A,Total fund,7\n"
    #expect(try found(text)[0].message.hasPrefix("fund Total fund is as much as all others"))
    #expect(try found(text)[0].message.hasSuffix("--total-code 'Total fund'"))
  }

  @Test(
    "are called so in many languages",
    arguments: [
      "TOTAL", "Total Health:", "Grand Total", "Sub-total", "合计", "总计", "小 计", "支出合计", "Summe",
      "Ausgaben insgesamt", "Gesamt", "Итого", "(Total)", "總計",
    ])
  func vocabulary(text: String) { #expect(TotalWords.isTotal(text)) }

  @Test(
    "are not called so by part of a word",
    arguments: ["Totalisator Board", "Summer school", "Consume", "201", ""])
  func others(text: String) {
    #expect(!TotalWords.isTotal(text))
  }

  @Test("are found by a column that names their parts, if their amounts say so too")
  func parents() throws {
    func rows(_ gap: Int) -> String {
      "year,unit,above,outturn\n"
        + (2021...2023).map { year in
          "\(year),P,,\(year + 7 + gap)\n\(year),A,P,\(year)\n\(year),B,P,7\n"
        }.joined()
    }
    #expect(
      try found(rows(0)).first?.message
        == "P and others are the sum of the units that 'above' puts under them, 3 times, and are "
        + "added to them; say --map unit_parent=above")
    #expect(try found(rows(50)).isEmpty)
    #expect(try found(rows(0), ReadingOptions(map: [.unitParent: "above"])).isEmpty)
  }
}
