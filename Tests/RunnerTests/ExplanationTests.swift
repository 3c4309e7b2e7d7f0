import Foundation
import Testing

@Suite("Explanations add up as text, at every node")
struct ExplanationTests {
  @Test(
    "in the tables of a run",
    arguments: ["datasets/demo-city", "datasets/panzhihua-chengdu", "Tests/RunnerTests/Nasty/cuts"])
  func addUp(dataset: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "run", dataset, "--horizon", "2", "--exit-zero",
      "--output", folder.url.path(percentEncoded: false),
    ])
    try #require(result.status == 0, "\(result.errors)")
    let forecasts = try table("forecasts", in: folder)
    let explanations = try table("explanations", in: folder)
    var sums: [[String]: Int] = [:]
    for row in explanations.rows { sums[key(row), default: 0] += try digits(row["amount"]!) }
    #expect(!forecasts.rows.isEmpty)
    #expect(sums.count == forecasts.rows.count)
    for row in forecasts.rows {
      #expect(try sums[key(row)] == digits(row["mean"]!), "\(key(row))")
    }
  }

  private func table(_ name: String, in folder: TemporaryFolder) throws -> StrictCSV {
    let file = folder.url.appending(path: "current/forecast/\(name).csv")
    return try StrictCSV(String(contentsOf: file, encoding: .utf8))
  }

  private func key(_ row: [String: String]) -> [String] {
    ["level", "unit", "subject", "stage", "year"].map { row[$0]! }
  }

  /// The digits of an amount, without its point: all amounts of a table have as many decimals.
  private func digits(_ amount: String) throws -> Int {
    try #require(Int(amount.replacing(".", with: "")), "'\(amount)'")
  }
}
