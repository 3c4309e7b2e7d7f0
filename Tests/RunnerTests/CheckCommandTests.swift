import Foundation
import Testing

@testable import Analytics

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
