import Foundation
import Testing

/// One cell of the founding report written wrong, in a copy.
struct Slip: Sendable, CustomTestStringConvertible {
  struct Edit: Sendable {
    let file: String
    let right: String
    let wrong: String
  }

  /// What `check` must say that it does not say of the report as published.
  struct Expected: Sendable {
    let rule: String
    let subject: String?
    let expected: Double
    let found: Double
    var repair: String?
    var source: String?
  }

  let what: String
  let edits: [Edit]
  let findings: [Expected]

  var testDescription: String { what }

  /// A copy of the dataset with the edits; each must find exactly one place.
  func dataset(in folder: TemporaryFolder) throws -> URL {
    let copy = folder.url.appending(path: "dataset")
    try FileManager.default.copyItem(at: FoundingReport.dataset, to: copy)
    for edit in edits {
      let file = copy.appending(path: edit.file)
      let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: edit.right)
      try #require(parts.count == 2, "\(edit.right) in \(edit.file)")
      try parts.joined(separator: edit.wrong).write(to: file, atomically: true, encoding: .utf8)
    }
    return copy
  }
}

@Suite("A slip in the founding report")
struct FoundingReportSlipTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("is found", arguments: slips)
  func found(_ slip: Slip) throws {
    let before = Set(try ReportedFinding.all(of: FoundingReport.dataset))
    let after = Set(try ReportedFinding.all(of: slip.dataset(in: folder)))
    let new = after.subtracting(before)
    for wanted in slip.findings {
      let matching = new.filter {
        $0.rule == wanted.rule && $0.severity == "error" && $0.subject == wanted.subject
          && $0.expected == wanted.expected && $0.found == wanted.found
          && (wanted.source == nil || $0.source == wanted.source)
      }
      try #require(matching.count == 1, "\(wanted) among \(new)")
      #expect(matching.first?.repairCell == wanted.repair)
      #expect(matching.first?.repairValue == (wanted.repair == nil ? nil : wanted.expected))
    }
    // What was wrong before is still wrong.
    #expect(before.filter { $0.severity == "error" }.isSubset(of: after))
  }

  private static let slips = [
    Slip(
      what: "a digit dropped in the outturn of 行政运行",
      edits: [
        .init(
          file: "accounts.csv", right: "2010301,,,,,384.22,,397.52,",
          wrong: "2010301,,,,,384.22,,37.52,")
      ],
      findings: [
        .init(
          rule: "parts_and_totals", subject: "2010301", expected: 397.52, found: 37.52,
          repair: "outturn(部门, 2010301, 2023)")
      ]),
    Slip(
      what: "the totals of two 类 exchanged, so that their sum still holds",
      edits: [
        .init(file: "accounts.csv", right: ",201,,,,,,,525.40", wrong: ",201,,,,,,,262.88"),
        .init(file: "accounts.csv", right: ",208,,,,,,,262.88", wrong: ",208,,,,,,,525.40"),
      ],
      findings: [
        .init(rule: "parts_and_totals", subject: "201", expected: 525.4, found: 262.88),
        .init(rule: "parts_and_totals", subject: "208", expected: 262.88, found: 525.4),
      ]),
    Slip(
      what: "two digits of a share exchanged",
      edits: [
        .init(file: "figures.csv", right: "一般公共服务支出占比,59.38", wrong: "一般公共服务支出占比,59.83")
      ],
      findings: [
        .init(
          rule: "figures", subject: nil, expected: 59.38, found: 59.83,
          repair: "@一般公共服务支出占比", source: "第二部分 五（二）")
      ]),
    Slip(
      what: "a decimal point moved in the initial budget of 死亡抚恤",
      edits: [.init(file: "accounts.csv", right: "2080801,,,,,2.23,", wrong: "2080801,,,,,22.30,")],
      findings: [
        .init(
          rule: "parts_and_totals", subject: "2080801", expected: 2.23, found: 22.3,
          repair: "budget(部门, 2080801, 2023)")
      ]),
    Slip(
      what: "two digits of a part of a project exchanged",
      edits: [
        .init(file: "accounts.csv", right: "机关运转/劳务费,,,16.00", wrong: "机关运转/劳务费,,,61.00")
      ],
      findings: [
        .init(
          rule: "parts_and_totals", subject: "2010302", expected: 16, found: 61,
          repair: "outturn(干休所, 2010302, 2023, kind=project, project=机关运转/劳务费)")
      ]),
    Slip(
      what: "two digits of 货币资金 exchanged",
      edits: [
        .init(
          file: "balances.csv", right: "货币资金,assets.cash,723.86", wrong: "货币资金,assets.cash,732.86")
      ],
      findings: [
        .init(
          rule: "figures", subject: nil, expected: 723.86, found: 732.86,
          repair: "balance(货币资金, 2023, 部门)", source: "balances.csv:3")
      ]),
  ]

  @Test("that the report has is gone with its repair: every sum then ties out")
  func repaired() throws {
    let repair = Slip(
      what: "repair",
      edits: [
        .init(
          file: "accounts.csv", right: "2080502,,personnel,,,,,18.92",
          wrong: "2080502,,personnel,,,,,17.76")
      ], findings: [])
    let findings = try ReportedFinding.all(of: repair.dataset(in: folder))
    #expect(!findings.contains { $0.rule == "parts_and_totals" })
  }

  @Test("of 727.69 for 791.85 would make 资产利用率 0.69 where the report has 0.64")
  func otherIncome() throws {
    let other = Slip(
      what: "791.85",
      edits: [
        .init(file: "figures.csv", right: "资产利用率.总收入_2022,727.69", wrong: "资产利用率.总收入_2022,791.85")
      ], findings: [])
    let findings = try ReportedFinding.all(of: other.dataset(in: folder))
    #expect(!findings.contains { $0.expected == 791.85 })
    #expect(findings.contains { $0.expected == 0.69 && $0.found == 0.64 && $0.severity == "error" })
  }
}
