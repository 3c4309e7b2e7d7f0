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
      let expected = rows(try Data(contentsOf: source.appending(path: "expected/\(table)")))
      let written = rows(
        try Data(contentsOf: scratch.url.appending(path: "current/comparison/\(table)")))
      let columns = try expected[0].map { try #require(written[0].firstIndex(of: $0)) }
      let found = written.map { row in columns.map { row[$0] } }
      let difference = zip(expected, found).first { $0 != $1 }
      #expect(expected.count == found.count, "\(dataset) \(table)")
      #expect(difference == nil, "\(dataset) \(table): \(difference.map(shown) ?? "")")
    }
  }

  private func shown(_ pair: ([Data], [Data])) -> String {
    [pair.0, pair.1].map { row in
      row.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
    }.joined(separator: " is expected, found ")
  }

  /// The fields of RFC 4180 text as bytes: strings would take canonically equal codes for one.
  private func rows(_ text: Data) -> [[Data]] {
    var rows: [[Data]] = []
    var row: [Data] = []
    var field = Data()
    var isQuoted = false
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted && previous == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(field)
        field = Data()
      case UInt8(ascii: "\n") where !isQuoted:
        rows.append(row + [field])
        row = []
        field = Data()
      default: field.append(byte)
      }
      previous = byte
    }
    return rows
  }
}
