import Foundation
import Testing

@testable import Runner

@Suite("Trend tables agree to the last digit with an independent oracle")
struct TrendOracleTests {

  @Test("on every dataset in Nasty", arguments: OracleTests.datasets)
  func agrees(dataset: String) throws {
    let source = OracleTests.folder.appending(path: dataset)
    let package = source.appending(path: "datapackage.json").path(percentEncoded: false)
    let isPackage = FileManager.default.fileExists(atPath: package)
    let run = try DatasetRun(
      "Tests/RunnerTests/Nasty/\(dataset)" + (isPackage ? "" : "/accounts.csv"))
    for name in ["trend", "series"] {
      let expected = try OracleTable(source.appending(path: "expected/\(name).csv"))
      let found = try run.table("trends/\(name)", like: expected)
      #expect(expected.rows.count == found.rows.count, "\(dataset) \(name)")
      #expect(expected.difference(from: found) == nil, "\(dataset) \(name)")
    }
  }

  @Test("on the demonstration city, with its crosswalk and adjustments")
  func demoCity() throws {
    let folder = Program.root.appending(path: "Tests/RunnerTests/DemoCity")
    let run = try DatasetRun.demoCity.get()
    let trend = try OracleTable(folder.appending(path: "trend.csv"))
    let found = try run.table("trends/trend", like: trend)
    #expect(trend.rows.count == found.rows.count)
    #expect(trend.difference(from: found) == nil)
    let digests = try OracleTable(folder.appending(path: "digests.csv"))
    #expect(digests.rows.count == 10)
    for row in digests.rows.map({ $0.map { String(decoding: $0, as: UTF8.self) } }) {
      let (table, level) = (row[0], row[1])
      let rows = try run.rows(of: table, level: level)
      #expect(rows.count == Int(row[2]), "\(table) \(level)")
      #expect(digest(rows) == row[3], "\(table) \(level)")
    }
  }

  private func digest(_ rows: [String]) -> String {
    let digest = Digest()
    for row in rows { digest.add(row + "\n") }
    return digest.finish()
  }
}
