import Foundation
import Testing

/// The tables of a run of the founding report: the published 2023 final accounts of one
/// department, in `datasets/panzhihua-chengdu`.
struct FoundingReport: Sendable {
  static let dataset = Program.root.appending(path: "datasets/panzhihua-chengdu")

  /// The dataset as it stands, run once for all tests.
  static let shared = Result { try FoundingReport(of: dataset) }

  /// Every number that the tests hold the tables to.
  static let claims =
    FoundingReportTotalsTests.claims + FoundingReportSubjectTests.claims
    + FoundingReportItemTests.claims + FoundingReportProjectTests.claims
    + FoundingReportFigureTests.claims + FoundingReportReliabilityTests.claims

  private let tables: [String: StrictCSV]

  init(of dataset: URL) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "run", dataset.path(percentEncoded: false), "--exit-zero",
      "--output", folder.url.path(percentEncoded: false),
    ])
    try #require(result.status == 0, "\(result.errors)")
    let current = folder.url.appending(path: "current")
    var tables: [String: StrictCSV] = [:]
    for table in Claim.keys.keys {
      let bytes = try Data(contentsOf: current.appending(path: "\(table).csv"))
      let text = try #require(String(bytes: bytes, encoding: .utf8), "\(table) is not UTF-8")
      tables[table] = try StrictCSV(text)
    }
    self.tables = tables
  }

  func table(_ name: String) throws -> StrictCSV { try #require(tables[name]) }

  /// What the tables give for a claim.
  func found(_ claim: Claim) throws -> String {
    let columns = try #require(Claim.keys[claim.table])
    try #require(columns.count == claim.key.count)
    let key = Dictionary(uniqueKeysWithValues: zip(columns, claim.key))
    return try table(claim.table).cell(claim.column, where: key)
  }

  /// The claims that the tables do not bear out.
  func failing(_ claims: [Claim] = FoundingReport.claims) -> [Claim] {
    claims.filter { (try? found($0)) != $0.value }
  }
}

/// One number that must come out, to its last digit, in a cell that the program computes.
struct Claim: Sendable, Hashable, CustomTestStringConvertible {
  /// Where the report prints it, or what it follows from.
  let place: String
  let table: String
  /// The values of the table's key columns.
  let key: [String]
  let column: String
  /// Blank where there must be no number.
  let value: String

  /// The key columns of each table that is held to a claim.
  static let keys: [String: [String]] = [
    "findings": ["rule", "year", "unit", "subject", "stage", "message"],
    "figures": ["figure"],
    "comparison/execution": ["level", "unit", "subject", "year"],
    "comparison/year_on_year": ["level", "unit", "subject", "stage", "year"],
    "comparison/bridge": ["level", "unit", "subject"],
    "comparison/structure": ["level", "unit", "dimension", "member", "stage", "year"],
    "comparison/three_public": ["item", "unit", "year"],
    "comparison/running_cost": ["item", "unit", "year"],
    "comparison/projects": ["item", "unit", "year"],
    "comparison/balances": ["item", "unit", "year"],
    "comparison/receipts": ["item", "unit", "year"],
    "comparison/memos": ["item", "unit", "year"],
    "comparison/pefa": ["indicator", "year"],
    "forecast/draft": ["unit", "subject", "kind", "project"],
    "forecast/forecasts": ["level", "unit", "subject", "stage", "year"],
    "staffing/person_years": ["unit", "category", "year"],
    "staffing/costs": ["unit", "subject", "category", "year"],
    "staffing/explanations": ["unit", "subject", "year", "step"],
    "staffing/steps": ["unit", "subject", "year", "step", "kind", "category", "source"],
    "comparison/reasons": ["year", "against", "item", "unit", "subject"],
  ]

  /// Claims about one table, as rows of place, key, column and value.
  static func about(
    _ table: String, _ rows: [(place: String, key: [String], column: String, value: String)]
  ) -> [Claim] {
    rows.map {
      Claim(place: $0.place, table: table, key: $0.key, column: $0.column, value: $0.value)
    }
  }

  var testDescription: String {
    "\(place): \(key.filter { !$0.isEmpty }.joined(separator: " ")) \(column) = \(value)"
  }

  /// Holds the founding report's tables to the claim.
  func check() throws {
    let found = try FoundingReport.shared.get().found(self)
    #expect(found == value, "\(place), \(table) \(key) \(column)")
  }
}
