import Foundation
import Testing

@Suite("Comparison tables agree to the last digit with an independent oracle")
struct OracleTests {
  static let folder = Program.root.appending(path: "Tests/RunnerTests/Nasty")

  static let datasets: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test("on every dataset in Nasty", arguments: datasets)
  func agrees(dataset: String) throws {
    try compare(dataset)
  }

  @Test("and there are datasets") func present() { #expect(Self.datasets.count > 20) }

  private func compare(_ dataset: String) throws {
    let source = Self.folder.appending(path: dataset)
    let package = source.appending(path: "datapackage.json").path(percentEncoded: false)
    let isPackage = FileManager.default.fileExists(atPath: package)
    let scratch = try TemporaryFolder()
    let result = try Program.run([
      "run", "Tests/RunnerTests/Nasty/\(dataset)" + (isPackage ? "" : "/accounts.csv"),
      "--output", scratch.url.path(percentEncoded: false), "--exit-zero",
    ])
    try #require(result.status == 0, "\(result.errors)")
    for table in ["year_on_year.csv", "execution.csv"] {
      let expected = try OracleTable(source.appending(path: "expected/\(table)"))
      let written = try OracleTable(scratch.url.appending(path: "current/comparison/\(table)"))
      let found = try written.selecting(expected.columns)
      #expect(expected.rows.count == found.rows.count, "\(dataset) \(table)")
      #expect(expected.difference(from: found) == nil, "\(dataset) \(table)")
    }
  }
}
