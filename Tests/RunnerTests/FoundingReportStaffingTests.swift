import Testing

/// The people of the founding report, and what they make of 2024.
@Suite("The founding report's staff")
struct FoundingReportStaffingTests {
  static let claims = personYears + details

  @Test("come out to the last digit", arguments: claims)
  func comeOut(_ claim: Claim) throws { try claim.check() }

  /// Openings are closings less movements; the November retirement counts to the end of the month.
  static let personYears = Claim.about(
    "staffing/person_years",
    [
      row("成办", "公务员", 2023, "opening", "9"), row("成办", "公务员", 2023, "person_years", "9.75"),
      row("成办", "公务员", 2024, "person_years", "10.00"),
      row("成办", "公务员", 2023, "vacancy", "-1"),
      row("成办", "机关工勤", 2023, "opening", "4"),
      row("成办", "机关工勤", 2023, "person_years", "4.42"),
      row("成办", "机关工勤", 2024, "person_years", "4.00"),
      row("成办", "聘用", 2023, "opening", "2"), row("成办", "聘用", 2023, "person_years", "2.00"),
      row("成办", "聘用", 2024, "person_years", "2.00"),
      row("干休所", "参公", 2023, "opening", "3"), row("干休所", "参公", 2024, "person_years", "3.00"),
      row("干休所", "聘用驾驶员", 2023, "opening", "1"),
      row("干休所", "聘用驾驶员", 2024, "person_years", "1.00"),
      row("服务中心", "管理", 2023, "opening", "1"), row("服务中心", "管理", 2024, "person_years", "1.00"),
      row("服务中心", "专技", 2023, "opening", "2"), row("服务中心", "专技", 2024, "person_years", "2.00"),
      row("服务中心", "工勤", 2023, "opening", "2"),
      row("服务中心", "工勤", 2023, "person_years", "2.50"),
      row("服务中心", "工勤", 2024, "person_years", "3.00"),
    ])

  private static func row(
    _ unit: String, _ category: String, _ year: Int, _ column: String, _ value: String
  ) -> (place: String, key: [String], column: String, value: String) {
    ("第四部分 一（三）", [unit, category, "\(year)"], column, value)
  }

  /// Quantity, price and amount of what moves lines in 2024.
  static let details = Claim.about(
    "staffing/steps",
    [
      // 0.44 over six months of one head, 0.66 over nine of one: 0.88 a person-year
      step("服务中心", "2010350", "full_year", "operating", "工勤", "evidence", "price", "0.88"),
      step("服务中心", "2010350", "full_year", "operating", "工勤", "evidence", "amount", "0.44"),
      step("部门", "2010301", "full_year", "operating", "公务员", "evidence", "price", "0.88"),
      step("部门", "2010301", "full_year", "operating", "公务员", "evidence", "amount", "0.22"),
      // the July placement: 7.35 for half a year on three lines, and as much again
      step("服务中心", "2010350", "full_year", "personnel", "工勤", "evidence", "amount", "6.58"),
      step("服务中心", "2101102", "full_year", "personnel", "工勤", "evidence", "amount", "0.33"),
      // 4.42 person-years become 4.00
      step("部门", "2010301", "full_year", "personnel", "机关工勤", "regression", "quantity", "-0.4167"),
      step("部门", "2010301", "full_year", "personnel", "公务员", "regression", "quantity", "0.2500"),
      // half of an interval up to 7.10, and of one down to −9.21
      step("部门", "2109999", "timing", "personnel", "", "adjustment", "amount", "-3.55"),
      step("部门", "2101199", "full_year", "personnel", "", "adjustment", "amount", "-4.60"),
      // both deaths
      step("部门", "2080801", "one_off", "personnel", "", "adjustment", "amount", "-34.51"),
      // 0.12 as a ratio: the amount stays, half a head more costs half the rate
      step("部门", "2101103", "full_year", "personnel", "工勤", "ratio", "amount", "0.06"),
    ])

  private static func step(
    _ unit: String, _ subject: String, _ step: String, _ kind: String, _ category: String,
    _ source: String, _ column: String, _ value: String
  ) -> (place: String, key: [String], column: String, value: String) {
    ("第四部分 三（一）", [unit, subject, "2024", step, kind, category, source], column, value)
  }

  @Test("opened 2023 with 24 heads and closed it with 26")
  func heads() throws {
    let rows = try FoundingReport.shared.get().table("staffing/person_years").rows
    let paid = rows.filter {
      $0["year"] == "2023" && !["退休", "返聘", "临聘"].contains($0["category"]!)
    }
    #expect(paid.reduce(0) { $0 + Int($1["opening"]!)! } == 24)
    #expect(paid.reduce(0) { $0 + Int($1["closing"]!)! } == 26)
  }

  @Test("cost what the steps say: each line's add up to its forecast, to the last digit")
  func additive() throws {
    let report = try FoundingReport.shared.get()
    let forecasts = try report.table("forecast/forecasts").rows.filter {
      $0["level"] == "line" && $0["stage"] == "outturn" && $0["status"] == "staffing"
    }
    let steps = try report.table("staffing/explanations").rows
    #expect(forecasts.count == 13)
    for line in forecasts {
      let own = steps.filter {
        $0["unit"] == line["unit"] && $0["subject"] == line["subject"]
          && $0["year"] == line["year"]
      }
      #expect(own.first?["step"] == "last_year" && own.last?["step"] == "underlying")
      let sum = own.reduce(0) { $0 + cents($1["amount"]!) }
      #expect(sum == cents(line["mean"]!), "\(line["subject"]!)")
    }
    let costs = try report.table("staffing/costs").rows
    for line in forecasts {
      let own = costs.filter { $0["unit"] == line["unit"] && $0["subject"] == line["subject"] }
      let sum = own.reduce(0) { $0 + cents($1["amount"]!) }
      #expect(abs(sum - cents(line["mean"]!)) <= own.count)  // each row is rounded by itself
    }
  }

  @Test(
    "leave deaths out of the draft's base, and expect them in the outturn with a wider interval")
  func deaths() throws {
    let forecasts = try FoundingReport.shared.get().table("forecast/forecasts")
    func number(_ stage: String, _ column: String) throws -> Int {
      cents(
        try forecasts.cell(
          column,
          where: [
            "level": "line", "unit": "部门", "subject": "2080801", "stage": stage, "year": "2024",
          ]))
    }
    #expect(try number("budget", "mean") == 223)  // 36.74 − 34.51
    // The mean of 34.51 and of 2022's 29.21 comes on top.
    #expect(try number("outturn", "mean") > 3000)
    #expect(
      try number("outturn", "hi80") - number("outturn", "mean") > number("budget", "hi80"))
  }

  @Test("have a finding where a rate implies 48 heads, and 58 in the budget, for 26 on the roster")
  func impliedHeads() throws {
    let findings = try ReportedFinding.all(of: FoundingReport.dataset)
    let found = findings.filter { $0.rule == "implied_heads" }
    #expect(found.map(\.subject) == ["2101103"])
    #expect(found.first?.found == 48.42 && found.first?.expected == 25.67)
    #expect(found.first?.message.contains("58.00") == true)
  }

  private func cents(_ text: String) -> Int {
    let digits = text.filter { $0 != "." }
    return Int(digits)!
  }
}
