import Testing

@testable import Analytics

/// Each check of the shape of accounts: an example that fails it, and one like it that does not.
@Suite("The shape of accounts")
struct ShapeTests {
  private func found(_ check: String, _ rows: String) throws -> [Finding] {
    let dataset = try TestDataset.accounts(rows)
    return CheckedDataset(dataset, NodeTable(Panel(dataset))).findings(
      [try #require(Check.named(check))])
  }

  private func series(_ amounts: [String], from year: Int = 2019) -> String {
    "year,unit,subject,outturn\n"
      + amounts.enumerated().map { "\(year + $0),A,1,\($1)\n" }.joined()
  }

  @Test("a point in the wrong place is found between steady years alone")
  func scale() throws {
    let slip = try found(
      "scale_slip", series(["98.10", "101.30", "10350.20", "105.40", "107.70"]))
    #expect(slip.map(\.year) == [FiscalYear(2021)])
    #expect(slip.map(\.found) == [printed("10350.20")])
    #expect(
      try found("scale_slip", series(["9.10", "230.30", "10350.20", "4.40", "88.7"])).isEmpty)
  }

  @Test("a unit that changes its amount unit is one finding")
  func amountUnit() throws {
    var rows = "year,unit,subject,outturn\n"
    for subject in 1...5 {
      rows += "2022,A,\(subject),\(subject * 11).50\n2023,A,\(subject),\(subject * 112_000).00\n"
    }
    let slip = try found("scale_slip", rows)
    #expect(slip.count == 1 && slip[0].unit == "A" && slip[0].year == FiscalYear(2023))
    #expect(slip[0].message.contains("10000 times"))
  }

  @Test("a minus on a line that is never negative otherwise is found")
  func sign() throws {
    #expect(
      try found("sign", series(["10.00", "-10.40", "10.90", "11.20"])).map(\.year)
        == [FiscalYear(2020)])
    #expect(try found("sign", series(["10.00", "-0.40", "10.90", "11.20"])).isEmpty)
    #expect(try found("sign", series(["10.00", "-10.40", "-3.90", "11.20"])).isEmpty)
  }

  @Test("a last year of some months is found by its budget")
  func partYear() throws {
    let head = "year,unit,subject,budget,outturn\n2021,A,1,100,97\n2022,A,1,104,101\n"
    #expect(try found("part_year", head + "2023,A,1,110,68\n").count == 1)
    #expect(try found("part_year", head + "2023,A,1,110,99\n").isEmpty)
  }

  @Test("a budget that repeats the last line by line is found")
  func rolledOver() throws {
    func rows(_ raise: Int) -> String {
      "year,unit,subject,budget\n"
        + (1...10).map { "2022,A,\($0),\($0 * 7)\n2023,A,\($0),\($0 * 7 + raise)\n" }.joined()
    }
    #expect(try found("rolled_over", rows(0)).map(\.year) == [FiscalYear(2023)])
    #expect(try found("rolled_over", rows(1)).isEmpty)
  }

  @Test("a calendar year without anything is found")
  func missingYear() throws {
    let rows = "year,unit,subject,outturn\n2020,A,1,10\n2021,A,1,11\n2023,A,1,12\n"
    let gap = try found("missing_years", rows)
    #expect(gap.map(\.year) == [FiscalYear(2022)])
    #expect(gap.map(\.severity) == [.warning])
  }

  @Test("levels in a code are found, with the lengths to say")
  func levels() throws {
    var rows = "year,unit,subject,outturn\n"
    for year in 2021...2023 {
      let (a, b) = (year - 2000, (year - 2000) * 3)
      rows += "\(year),A,201,\(a + b).50\n\(year),A,20101,\(a).20\n\(year),A,20102,\(b).30\n"
    }
    let totals = try found("totals_among_details", rows)
    #expect(totals.count == 1)
    #expect(totals[0].message.contains("--subject-levels 3,5"))
  }

  @Test("a unit that is the sum of all others is found, and a large one is not")
  func totalUnit() throws {
    func rows(_ total: Int) -> String {
      (2020...2023).map { year in
        "\(year),A,1,\(year - 2000)\n\(year),B,1,7\n\(year),T,1,\(year - 1993 + total)\n"
      }.joined()
    }
    let head = "year,unit,subject,outturn\n"
    #expect(try found("totals_among_details", head + rows(0)).map(\.unit) == ["T"])
    #expect(try found("totals_among_details", head + rows(9)).isEmpty)
  }

  @Test("codes that differ in a leading zero or in case are found")
  func nearCodes() throws {
    let rows = "year,unit,subject,outturn\n2022,0101,x,1\n2023,101,X,1\n"
    let near = try found("near_codes", rows)
    #expect(near.count == 2)
    #expect(near[0].message.contains("'0101' / '101'"))
  }

  @Test("codes with characters that nobody sees are named, as in docs/checks/hidden_characters.md")
  func hiddenCharacters() throws {
    let header = "year,unit,subject,outturn\n"
    let rows = header + "2022,A\u{0},x,1\n2023,A,x,1\n2023,\u{200b}B,x,1\n"
    #expect(
      try found("hidden_characters", rows).map(\.message) == [
        #"codes of unit have characters that cannot be seen: 'A\u{0}', '\u{200b}B'"#
      ])
    #expect(try found("hidden_characters", header + "2023,示例 A,x,1\n").isEmpty)
  }

  @Test("another name of a code is found, and another spelling is not")
  func names() throws {
    func rows(_ name: String) -> String {
      "year,unit,subject,subject_name,outturn\n2022,A,20805,Retired staff,1\n"
        + "2023,A,20805,\(name),1\n"
    }
    #expect(try found("name_drift", rows("Pensions of staff")).map(\.subject) == ["20805"])
    #expect(try found("name_drift", rows("RETIRED  STAFF")).isEmpty)
  }

  @Test("a code that goes on under another of almost the same name is found")
  func renumbered() throws {
    let rows =
      "year,unit,subject,subject_name,outturn\n2021,A,20805,Pensions of staff,10\n"
      + "2022,A,20805,Pensions of staff,11\n2023,A,20811,Pension of staff,12\n"
    let codes = try found("unmapped_code", rows)
    #expect(codes.map(\.subject) == ["20805"])
    #expect(codes[0].message.contains("to_subject=20811"))
  }

  @Test("years between which the codes change are found once")
  func reorganisation() throws {
    func rows(_ shift: Int) -> String {
      "year,unit,subject,budget,outturn\n"
        + (1...8).map { "2022,A,\($0),5,5\n2023,A,\($0 + shift),5,5\n" }.joined()
    }
    #expect(try found("reorganisation", rows(6)).map(\.year) == [FiscalYear(2023)])
    #expect(try found("reorganisation", rows(1)).isEmpty)
  }
}
