import Foundation
import Testing

/// The tables of one run, which is gone when the value is.
struct DatasetRun: Sendable {
  /// Run once for all tests.
  static let demoCity = Result { try DatasetRun("datasets/demo-city") }
  /// Run once for all tests.
  static let founding = Result { try DatasetRun("datasets/panzhihua-chengdu") }

  private let scratch: TemporaryFolder

  init(_ dataset: String) throws {
    scratch = try TemporaryFolder()
    let result = try Program.run([
      "run", dataset, "--output", scratch.url.path(percentEncoded: false), "--exit-zero",
    ])
    try #require(result.status == 0, "\(result.errors)")
  }

  /// The newest run's folder.
  var folder: URL { scratch.url.appending(path: "current") }

  func table(_ name: String) throws -> OracleTable {
    try OracleTable(folder.appending(path: "\(name).csv"))
  }

  /// The columns of an oracle's table.
  func table(_ name: String, like expected: OracleTable) throws -> OracleTable {
    try table(name).selecting(expected.columns)
  }

  /// The rows of one level as CSV, without columns of names and those the oracle does not have.
  func rows(of name: String, level: String) throws -> [String] {
    let folder = name == "year_on_year" ? "comparison" : "trends"
    let table = try table("\(folder)/\(name)")
    let own = ["unit_name", "subject_name"].map { Data($0.utf8) }
    let columns = table.columns.filter { !own.contains($0) }
    return try table.selecting(columns).rows.filter { $0[0] == Data(level.utf8) }
      .map(OracleTable.line)
  }
}
