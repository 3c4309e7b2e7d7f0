import Foundation
import Testing

/// An example of docs/staffing.md: files of a dataset, a command, and what it prints.
struct StaffingExample: CustomTestStringConvertible, Sendable {
  let testDescription: String
  private var files: [String: String] = [:]
  private var arguments: [String] = []
  private var expected: [String] = []

  /// The examples of the page, by their headings.
  static let all: [StaffingExample] = {
    let page = Program.root.appending(path: "docs/staffing.md")
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n### ").dropFirst().map(StaffingExample.init)
  }()

  private init(_ section: String) {
    testDescription = String(section.prefix { $0 != "\n" })
    for block in section.components(separatedBy: "\n```").dropFirst() {
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard let kind = lines.first, !kind.isEmpty else { continue }
      let content = Array(lines.dropFirst())
      if kind.hasPrefix("csv ") {
        files[String(kind.dropFirst(4))] = content.joined(separator: "\n") + "\n"
      } else if kind == "console" {
        arguments = content[0].split(separator: " ").dropFirst(2).map(String.init)
        expected = Array(content.dropFirst())
      }
    }
  }

  /// What the program prints for the example, in the columns that the page shows.
  func printed() throws -> [String] {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.file(name, text: text) }
    let resources = files.keys.sorted().map { name in
      "{\"name\": \"\(name.dropLast(4))\", \"path\": \"\(name)\"}"
    }
    _ = try folder.file(
      "datapackage.json",
      text: "{\"name\": \"example\", \"title\": \"Example\", \"outturn\": {\"decimals\": 2}, "
        + "\"resources\": [\(resources.joined(separator: ", "))]}")
    let result = try Program.run(arguments + ["--format", "csv"], in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return try StrictCSV(result.output).rows.map { row in
      ["subject", "year", "step", "amount"].map { row[$0]! }.joined(separator: ",")
    }
  }

  func check() throws { #expect(try printed() == expected) }
}

@Suite("The worked examples of docs/staffing.md")
struct StaffingExampleTests {
  @Test("are seven")
  func count() { #expect(StaffingExample.all.count == 7) }

  @Test("come out as written", arguments: StaffingExample.all)
  func comeOut(_ example: StaffingExample) throws { try example.check() }
}
