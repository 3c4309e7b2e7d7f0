import Testing

@testable import Analytics

/// Texts as the open data of towns have them.
@Suite("A text that is no year or amount")
struct FieldProblemTests {
  @Test(
    "is told as two years, with both",
    arguments: [
      ("2019/20", "2019 or 2020"), ("2019-2020", "2019 or 2020"), ("FY 2019–20", "2019 or 2020"),
      ("2023/24", "2023 or 2024"),
    ])
  func twoYears(text: String, years: String) {
    #expect(
      FieldProblem.year(text)
        == "'\(text)' is two years; write the one that it is named for, \(years)")
  }

  @Test("is told as a date", arguments: ["2019-12", "2019-12-31", "31.12.2019", "12/2019"])
  func date(text: String) {
    #expect(FieldProblem.year(text) == "'\(text)' is a date; write its year alone")
  }

  @Test("is told as no year", arguments: ["Total", "20235", "R1", "2019 Actual"])
  func noYear(text: String) {
    #expect(FieldProblem.year(text).hasSuffix("write one from 1 to 9999, as in 2023"))
  }

  @Test("may stand for nothing known", arguments: ["..", "n/a", "#N/A", "NULL"])
  func nothing(text: String) {
    #expect(
      FieldProblem.amount(text).hasSuffix(
        "or say --missing \(text.shellWord) if it stands for nothing known"))
  }

  @Test("is told as a percentage, or has a currency sign")
  func signs() {
    #expect(FieldProblem.amount("95.1%").hasPrefix("is a percentage"))
    for text in ["$1,234.50", "12.30 €", "¥5"] {
      #expect(FieldProblem.amount(text).hasPrefix("has a currency sign; leave it out"))
    }
    #expect(FieldProblem.amount("5*").hasPrefix("is not an amount; write digits"))
  }

  @Test("in a line by itself is no row")
  func note() {
    for line in ["Source: town,,", "Source: town"] {
      #expect {
        try LoneFile("year,unit,outturn\n2023,A,1\n\n\(line)\n")
      } throws: {
        ($0 as? SourceErrors)?.errors.map(\.message).first?
          .hasSuffix("if it is a note or a heading, take the line out") == true
      }
    }
  }
}

@Suite("The start of a lone file")
struct LoneFileStartTests {
  @Test(
    "says the amount unit in a sentence above the table",
    arguments: [
      ("Amounts in thousands of EUR", AmountUnit.thousand), ("(in Millions)", .million),
      ("Spending of the town in 2023", .unit),
    ])
  func amountUnit(line: String, unit: AmountUnit) throws {
    #expect(try LoneFile("\(line)\n\nyear,unit,outturn\n2023,A,1\n").dataset.amountUnit == unit)
  }

  @Test("that has a column for each year is to be turned")
  func wide() {
    #expect {
      try LoneFile("unit,subject,2022,2023\nA,1,5,6\n")
    } throws: { error in
      (error as? SourceErrors)?.errors.contains {
        $0.message.hasSuffix(
          "years such as 2022 and 2023 are headings: turn the table, so that each row has its year "
            + "and an amount")
      } == true
    }
  }

  @Test("has no two headings that are the same, even where one might be the name")
  func twice() {
    #expect {
      try LoneFile("year,unit,unit,outturn\n2023,A,B,5\n")
    } throws: {
      ($0 as? SourceErrors)?.errors.map(\.message)
        == ["two columns are headed 'unit'; rename or remove one"]
    }
  }
}
