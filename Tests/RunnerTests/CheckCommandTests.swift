import Foundation
import Testing

@testable import Analytics
@testable import Runner

@Suite("outturn check")
struct CheckCommandTests {
  private static let founding = FoundingReport.dataset.path(percentEncoded: false)

  @Test("lists every check with its gravest severity, without a dataset")
  func list() throws {
    let result = try Program.run(["check", "--list", "--format", "csv"])
    #expect(result.status == 0, "\(result.errors)")
    let rows = try StrictCSV(result.output).rows
    #expect(rows.map { $0["name"] } == Check.all.map(\.name))
    #expect(rows.map { $0["severity"] } == Check.all.map(\.severity.rawValue))
    let readme = try String(contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(" \(rows.count) checks"))
  }

  @Test("explains every check by its page: what it means, an example, how to mend it")
  func explain() throws {
    for check in Check.all {
      let result = try Program.run(["check", "--explain", check.name])
      #expect(result.status == 0, "\(check.name): \(result.errors)")
      #expect(result.output.contains(check.summary(.english)))
      #expect(result.output.contains("# \(check.name)"), "\(check.name) has no page")
      if check.page == check.name { #expect(result.output.contains("## How to mend it")) }
    }
  }

  @Test("explains every check in Chinese too: what it looks for, and what to do about it")
  func chinese() throws {
    for check in Check.all {
      let page = CheckPages.page(of: check, .chinese)
      #expect(page.hasPrefix("\(check.name): \(check.summary(.chinese))\n\n## \(check.name)\n"))
      let paragraphs = page.split(separator: "\n").dropFirst(2)
      #expect(paragraphs.count == 2, "\(check.name)")
      #expect(paragraphs.allSatisfy { $0.hasSuffix("。") || $0.hasSuffix("`。") }, "\(check.name)")
    }
    let result = try Program.run(["check", "--explain", "sign", "--language", "zh-Hans"])
    #expect(result.output == CheckPages.page(of: try #require(Check.named("sign")), .chinese))
  }

  @Test("makes the named checks alone, or all but the named")
  func choice() throws {
    let only = try Program.run([
      "check", CheckCommandTests.founding, "--only", "establishment", "--format", "csv",
    ])
    #expect(only.status == 0)  // the errors are of other checks
    #expect(try StrictCSV(only.output).rows.map { $0["rule"] } == ["establishment"])
    let skipped = try Program.run([
      "check", CheckCommandTests.founding, "--skip", "figures", "--format", "csv",
    ])
    #expect(skipped.status == 1)
    let rules = Set(try StrictCSV(skipped.output).rows.compactMap { $0["rule"] })
    #expect(!rules.contains("figures") && rules.contains("parts_and_totals"))
  }

  @Test("exits by the findings that it prints")
  func selectedFindings() throws {
    let founding = CheckCommandTests.founding
    let none = try Program.run(["check", founding, "--only", "figures", "--unit", "成办"])
    #expect(none.status == 0)
    #expect(none.output == "没有发现问题\n")
    #expect(try Program.run(["check", founding, "--unit", "部门"]).status == 1)
    #expect(try Program.run(["check", founding, "--unit", "nosuch"]).status == 64)
  }

  @Test("tells settings that have no effect, with the one that may be meant")
  func unknownSetting() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("accounts.csv", text: "year,unit,outturn\n2023,A,1\n")
    _ = try folder.file(
      "datapackage.json",
      text: """
        {"outturn": {"amountUnits": "万元", "Language": "en", "decimals": 2},
         "resources": [{"name": "accounts", "path": "accounts.csv"}]}
        """)
    let result = try Program.run([
      "check", folder.url.path(percentEncoded: false), "--only", "unknown_setting", "--format",
      "csv",
    ])
    let rows = try StrictCSV(result.output).rows
    #expect(
      rows.map { $0["message"] } == [
        "outturn.Language is no setting and has no effect; did you mean 'language'?",
        "outturn.amountUnits is no setting and has no effect; did you mean 'amountUnit'?",
      ])
  }

  @Test(
    "refuses a check that there is not, and both ways to choose",
    arguments: [
      ["check", founding, "--only", "nothing"], ["check", "--explain", "nothing"],
      ["check", founding, "--only", "figures", "--skip", "rest"], ["check"],
    ])
  func refused(_ arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }
}
