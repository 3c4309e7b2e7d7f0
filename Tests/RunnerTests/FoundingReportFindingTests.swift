import Foundation
import Testing

/// One finding of `check --format json`.
struct ReportedFinding: Decodable, Hashable {
  let rule: String
  let severity: String
  let year: Int?
  let unit: String?
  let subject: String?
  let stage: String?
  let expected: Double?
  let found: Double?
  let difference: Double?
  let bound: Double?
  let repairCell: String?
  let repairValue: Double?
  let message: String
  let source: String?

  /// What `check` has to say about a dataset.
  static func all(of dataset: URL) throws -> [ReportedFinding] {
    let result = try Program.run([
      "check", dataset.path(percentEncoded: false), "--format", "json", "--exit-zero",
    ])
    try #require(result.status == 0, "\(result.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([ReportedFinding].self, from: Data(result.output.utf8))
  }
}

/// What does not tie out in the report as it was published.
@Suite("A check of the founding report")
struct FoundingReportFindingTests {
  private static let founding = Result { try ReportedFinding.all(of: FoundingReport.dataset) }

  private func only(_ predicate: (ReportedFinding) -> Bool) throws -> ReportedFinding {
    let found = try FoundingReportFindingTests.founding.get().filter(predicate)
    try #require(found.count == 1, "\(found)")
    return found[0]
  }

  @Test("finds the personnel cost of 事业单位离退休, and repairs it with 17.76")
  func personnel() throws {
    let finding = try only { $0.subject == "2080502" }
    #expect(finding.message.contains("印成了"))  // of the 项 as a whole
    #expect(finding.rule == "parts_and_totals")
    #expect(finding.severity == "error")
    #expect([finding.unit, finding.stage] == ["部门", "outturn"])
    #expect(finding.year == 2023)
    #expect(finding.found == 18.92)
    #expect(finding.expected == 17.76)
    #expect(finding.difference == 1.16)
    #expect(finding.repairCell == "outturn(部门, 2080502, 2023, kind=personnel)")
    #expect(finding.repairValue == 17.76)
    for number in ["20.08", "18.92", "699.62", "698.46", "17.76"] {
      #expect(finding.message.contains(number))
    }
    #expect(finding.source?.hasPrefix("accounts.csv:") == true)
  }

  @Test("finds two incomes of 2022, 727.69 and 791.85, and does not choose")
  func incomeOfLastYear() throws {
    let finding = try only { $0.found == 727.69 }
    #expect(finding.rule == "figures")
    #expect(finding.severity == "error")
    #expect(finding.expected == 791.85)
    #expect(finding.difference == -64.16)
    #expect(finding.repairCell == nil)
    #expect(finding.repairValue == nil)
    #expect(finding.source == "第四部分 三（一）4（3）")
  }

  @Test("notes 机关运行经费 122.93 against 122.92, inside three printed roundings")
  func rounding() throws {
    let finding = try only { $0.found == 122.93 }
    #expect(finding.severity == "note")
    #expect(finding.expected == 122.92)
    #expect(finding.difference == 0.01)
    #expect(finding.bound == 0.015)
    #expect(finding.repairCell == nil)
    #expect(finding.source == "第二部分 十（一）")
  }

  @Test("notes that 因公出国 完成预算0% is 0/0")
  func nothingOfNothing() throws {
    let finding = try only { $0.source == "第二部分 七（二）1" }
    #expect(finding.severity == "note")
    #expect(finding.message.contains("因公出国境费完成预算"))
    #expect(finding.expected == nil)
  }

  @Test("warns of vehicles that cost 4.46 more and 0.40 less, which takes a fall of 4.86 elsewhere")
  func vehicles() throws {
    let finding = try only { $0.rule == "contradiction" && $0.unit == "部门" }
    #expect(finding.severity == "warning")
    for number in ["4.46", "-0.40", "-4.86", "9.15"] { #expect(finding.message.contains(number)) }
  }

  @Test("notes nine on an establishment of eight, and six vehicles of seven on the books")
  func establishment() throws {
    let staff = try only { $0.rule == "establishment" }
    #expect([staff.severity, staff.unit] == ["note", "成办"])
    #expect([staff.found, staff.expected] == [9, 8])
    let vehicles = try only { $0.rule == "item_totals" }
    #expect(vehicles.severity == "note")
    #expect([vehicles.found, vehicles.expected] == [7, 6])
  }

  @Test("warns of names that differ between the parts of the report")
  func names() throws {
    let drift = try FoundingReportFindingTests.founding.get().filter { $0.rule == "name_drift" }
    #expect(drift.allSatisfy { $0.severity == "warning" })
    #expect(drift.compactMap(\.subject) == ["20103", "20805"])
    for names in [
      ["行政事业单位养老支出", "行政事业单位离退休"],
      ["政府办公厅（室）及相关机构事务", "政府办公厅（室）及相关机构”"], ["机关运转项目经费", "楼栋管理费"],
    ] {
      #expect(drift.contains { finding in names.allSatisfy(finding.message.contains) })
    }
  }

  @Test("warns of a grand total of 884.83 without the 175.03 that stand at year end")
  func carriedForward() throws {
    let finding = try only { $0.rule == "carry_forward" }
    #expect(finding.severity == "warning")
    #expect([finding.found, finding.expected] == [884.83, 1059.86])
    #expect(finding.message.contains("175.03"))
  }

  @Test("warns of four temporary staff in one part and six in another")
  func temporaryStaff() throws {
    let finding = try only { $0.rule == "contradiction" && $0.unit == "干休所" }
    #expect(finding.severity == "warning")
    #expect([finding.expected, finding.found] == [4, 6])
  }

  @Test("holds the reasons to the change: 89.25 of 92.98, and none of the 33.09 is staff")
  func reasons() throws {
    let total = try only { $0.rule == "reasons" && $0.severity == "note" }
    #expect([total.expected, total.found, total.difference] == [92.98, 89.25, -3.73])
    let runningCost = try only { $0.rule == "reasons" && $0.severity == "warning" }
    #expect([runningCost.expected, runningCost.found] == [33.09, 33.09])
    #expect(runningCost.message.contains("人员增减"))
  }

  @Test("finds no other error")
  func noOther() throws {
    let errors = try FoundingReportFindingTests.founding.get().filter { $0.severity == "error" }
    #expect(Set(errors.map(\.found)) == [18.92, 727.69])
    #expect(errors.count == 2)
  }

  @Test("exits with 1, and the run writes the same findings, errors first")
  func sameInTheRun() throws {
    let path = FoundingReport.dataset.path(percentEncoded: false)
    #expect(try Program.run(["check", path]).status == 1)
    let rows = try FoundingReport.shared.get().table("findings").rows
    let founding = try FoundingReportFindingTests.founding.get()
    #expect(rows.map { $0["message"] } == founding.map(\.message))
    #expect(rows.prefix(2).map { $0["severity"] } == ["error", "error"])
    #expect(rows.map { $0["repair_value"] }.filter { $0 != "" } == ["17.76"])
  }
}
