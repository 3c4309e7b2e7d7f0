import Foundation
import Testing

@Suite("outturn generate")
struct GenerateTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.url.appending(path: "city").path(percentEncoded: false) }

  @Test("writes a dataset in which nothing is wrong; the ceilings are of a year with a budget")
  func check() throws {
    let result = try Program.run(["generate", "--units", "6", "--years", "3", path])
    #expect(result.status == 0, "\(result.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(names.count == 18 && !names.contains { $0.hasSuffix(".part") })
    let check = try Program.run(["check", path, "--format", "csv"])
    #expect(check.status == 0)
    let rows = try StrictCSV(check.output).rows
    let rules = rows.map { $0["rule"] }
    #expect(rules == Array(repeating: "ceiling_not_applied", count: 4), "\(check.output)")
    #expect(rows.allSatisfy { $0["message"]?.contains("2025 年年初预算已有") == true })
  }

  @Test("leaves a folder alone that is not empty, unless forced")
  func notEmpty() throws {
    #expect(try Program.run(["generate", path]).status == 0)
    let refused = try Program.run(["generate", path])
    #expect(refused.status == 73)
    #expect(refused.errors.contains("is not empty"))
    #expect(try Program.run(["generate", "--force", path]).status == 0)
  }

  @Test(
    "names the bounds of what it can write",
    arguments: [
      (["--years", "1"], "--years must be from 2 to 100, not 1."),
      (["--subjects", "2"], "--subjects must be from 3 to 250000, not 2."),
      (["--units", "0"], "--units must be from 1 to 100000, not 0."),
      (["--units", "100000", "--subjects", "250000"], "20000000 at most"),
    ])
  func bounds(options: [String], message: String) throws {
    let result = try Program.run(["generate"] + options + [path])
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
