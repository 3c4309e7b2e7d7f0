import Foundation
import Testing

/// The drafts of both datasets, row by row.
@Suite("The steps of a draft")
struct DraftStepsTests {
  private static let demoCity = Result {
    let result = try Program.run([
      "forecast", "datasets/demo-city", "--table", "draft", "--format", "csv",
    ])
    try #require(result.status == 0, "\(result.errors)")
    return try StrictCSV(result.output)
  }

  private static let steps = [
    "less_one_off", "full_year", "headcount", "standard", "policy", "project_change", "other",
  ]

  private func hundredths(_ text: String) throws -> Int {
    if text.isEmpty { return 0 }
    let parts = text.split(separator: ".")
    try #require(parts.count == 2 && parts[1].count == 2, "\(text)")
    return try #require(Int(parts.joined()))
  }

  /// - Returns: How many rows have a costing.
  private func check(_ draft: StrictCSV) throws -> Int {
    var count = 0
    for row in draft.rows where row["costing"] != "" {
      let costing = try hundredths(row["costing"]!)
      let told = try DraftStepsTests.steps.reduce(hundredths(row["start"]!)) {
        try $0 + hundredths(row[$1]!)
      }
      #expect(told == costing, "\(row)")
      let from = row["starts_from"]!
      if from != "last_value" && from != "" {
        #expect(try hundredths(row[from]!) == hundredths(row["start"]!), "\(row)")
      }
      count += 1
    }
    return count
  }

  @Test("lead from the figure they start from to the costing, in every row")
  func additive() throws {
    #expect(try check(FoundingReport.shared.get().table("forecast/draft")) == 12)
    #expect(try check(DraftStepsTests.demoCity.get()) > 50)
  }

  @Test("end in figures that add up to the forecast of the whole, to the last digit")
  func whole() throws {
    let report = try FoundingReport.shared.get()
    try checkSum(report.table("forecast/draft"), report.table("forecast/forecasts"), "805.74")
    let forecasts = try String(
      contentsOf: DatasetRun.demoCity.get().folder.appending(path: "forecast/forecasts.csv"),
      encoding: .utf8)
    try checkSum(DraftStepsTests.demoCity.get(), StrictCSV(forecasts), "196540294.39")
  }

  private func checkSum(_ draft: StrictCSV, _ forecasts: StrictCSV, _ sum: String) throws {
    let figures = try draft.rows.filter { $0["kind"] == "" && $0["project"] == "" }.map {
      try hundredths($0["costing"] != "" ? $0["costing"]! : $0["reference"]!)
    }
    let total = forecasts.rows.first { $0["level"] == "total" && $0["stage"] == "budget" }
    #expect(total?["mean"] == sum)
    #expect(try figures.reduce(0, +) == hundredths(sum))
  }

  @Test("are told of lines alone that something registered moves: no costing is the reference")
  func moved() throws {
    let tables = [
      try FoundingReport.shared.get().table("forecast/draft"), try DraftStepsTests.demoCity.get(),
    ]
    for row in tables.flatMap(\.rows) where row["project"] == "" && row["costing"] != "" {
      #expect(row["costing"] != row["reference"], "\(row)")
      #expect(row["basis"] == "costing")
    }
  }

  @Test("are not needed to see a late unit: its lines keep their last budgets, not zero")
  func late() throws {
    let rows = try DraftStepsTests.demoCity.get().rows.filter {
      $0["unit"] == "108" && $0["kind"] == "" && $0["reference"] != ""
    }
    #expect(rows.count == 10)
    // The last budget, of 2023, is 5,780,717.76.
    let sum = try rows.reduce(0) { try $0 + hundredths($1["reference"]!) }
    #expect((5_000_000_00...7_000_000_00).contains(sum))
    #expect(rows.allSatisfy { $0["note"]!.contains("单位尚无最近年度数据") })
  }

  /// What 2023 has shown and the budget of 2023 did not know.
  @Test(
    "cost 2024 of the founding report from the outturn of 2023",
    arguments: [
      // 73.78 and as much again as the July placement cost: 6.58 + 0.44
      ("服务中心", "2010350", "full_year", "7.02"), ("服务中心", "2010350", "costing", "80.80"),
      ("服务中心", "2101102", "costing", "5.20"),
      // a raised rate stays: not below 5.81
      ("部门", "2101103", "start", "5.81"), ("部门", "2101103", "costing", "5.85"),
      // a rate cut from 4 % to 1 % within the year: a quarter of 20.69 would be 5.17
      ("部门", "2101199", "start", "14.38"), ("部门", "2101199", "costing", "9.96"),
      // two deaths leave
      ("部门", "2080801", "less_one_off", "-34.51"), ("部门", "2080801", "costing", "2.23"),
    ])
  func founding(unit: String, subject: String, column: String, value: String) throws {
    let draft = try FoundingReport.shared.get().table("forecast/draft")
    let found = try draft.cell(
      column, where: ["unit": unit, "subject": subject, "kind": "", "project": ""])
    #expect(found == value)
  }

  @Test("tell what recurs where no budget was adopted: 7.10 less the middle of 0 to 7.10")
  func noBudget() throws {
    let note = try FoundingReport.shared.get().table("forecast/draft").cell(
      "note", where: ["unit": "部门", "subject": "2109999", "kind": "", "project": ""])
    #expect(note.contains("3.55"))
  }
}
