import Foundation
import Testing

@testable import Analytics
@testable import Forecast

/// Every table of a run, as its data package describes it.
@Suite("The rows of every table of a run")
struct KeyOrderTests {
  /// Words of this program have an order of their own. All other codes go by their bytes.
  private static let words: [String: [String]] = [
    "level": Level.allCases.map(\.rawValue), "stage": Stage.allCases.map(\.rawValue),
    "severity": Finding.Severity.allCases.map(\.rawValue),
    "basis": Basis.allCases.map(\.rawValue),
    "dimension": ["subject", "unit", "kind", "economic", "fund", "project"],
    "step": Step.allCases.map(\.rawValue),
  ]
  /// In one table words of the same column are others.
  private static let own: [String: [String: [String]]] = [
    "forecast/accuracy": ["method": MethodName.allCases.map(\.rawValue)],
    "staffing/explanations": ["step": StaffingStep.order.map(\.word)],
  ]
  private static let numbers: Set<String> = ["year", "horizon", "line"]
  /// Figures stay in the order in which a report prints them.
  private static let unsorted: Set<String> = ["figures"]

  @Test("are sorted by its key, and each key stands there once", arguments: [true, false])
  func keys(isFounding: Bool) throws {
    let run = try (isFounding ? DatasetRun.founding : DatasetRun.demoCity).get()
    let file = run.folder.appending(path: "datapackage.json")
    let package = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let resources = try #require((package as? [String: Any])?["resources"] as? [[String: Any]])
    #expect(resources.count > 35)
    for resource in resources {
      let name = String(try #require(resource["path"] as? String).dropLast(".csv".count))
      let own = try #require(resource["outturn"] as? [String: [String]])
      try check(name, run.table(name), key: #require(own["key"]))
    }
  }

  private func check(_ name: String, _ table: OracleTable, key: [String]) throws {
    let rows = try table.selecting(key.map { Data($0.utf8) }).rows.map { row in
      zip(key, row).map { part($1, of: $0, in: name) }
    }
    #expect(Set(rows).count == rows.count, "\(name) has two rows of one key")
    guard !KeyOrderTests.unsorted.contains(name) else { return }
    for (first, next) in zip(rows, rows.dropFirst())
    where !first.lexicographicallyPrecedes(next, by: { $0 < $1 }) {
      Issue.record("\(name) by \(key): \(first.map(\.text)) stands before \(next.map(\.text))")
      break
    }
  }

  private func part(_ field: Data, of column: String, in table: String) -> Part {
    let text = String(decoding: field, as: UTF8.self)
    if let words = KeyOrderTests.own[table]?[column] ?? KeyOrderTests.words[column] {
      return Part(rank: words.firstIndex(of: text) ?? -1, bytes: Array(field))
    }
    let number = KeyOrderTests.numbers.contains(column) ? Int(text) : nil
    return Part(rank: number ?? -1, bytes: Array(field))
  }

  /// One cell of a key: words by their order and numbers by value, everything else by its bytes.
  private struct Part: Hashable {
    let rank: Int
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    static func < (a: Part, b: Part) -> Bool {
      a.rank != b.rank ? a.rank < b.rank : a.bytes.lexicographicallyPrecedes(b.bytes)
    }
  }
}
