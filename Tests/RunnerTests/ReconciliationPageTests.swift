import Foundation
import Testing

@Suite("The page on reconciliation")
struct ReconciliationPageTests {
  private let page: String
  /// The texts between fences, in their order: the descriptor, accounts, ceilings, the message.
  private let blocks: [String]

  init() throws {
    let file = Program.root.appending(path: "docs/reconciliation.md")
    page = try String(contentsOf: file, encoding: .utf8)
    let parts = page.components(separatedBy: "```")
    blocks = stride(from: 1, to: parts.count, by: 2).map { place in
      String(parts[place].drop { $0 != "\n" }.dropFirst())
    }
  }

  private func city(ceilings: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("datapackage.json", blocks[0]), ("accounts.csv", blocks[1]), ("ceilings.csv", ceilings),
    ] { _ = try folder.file(name, contents: Data(text.utf8)) }
    return folder
  }

  private func forecast(_ folder: TemporaryFolder) throws -> Program.Result {
    try Program.run(["forecast", folder.url.path, "--method", "naive", "--format", "csv"])
  }

  @Test("has the example's figures as the program gives them")
  func example() throws {
    let rows = page.split(separator: "\n").filter {
      $0.hasPrefix("| line |") || $0.hasPrefix("| unit |") || $0.hasPrefix("| total |")
    }
    #expect(rows.count == 7)
    let found = try forecast(city(ceilings: blocks[2])).output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(found.first)
    let columns = ["level", "unit", "subject", "base_mean", "mean", "status"]
    let places = try columns.map { try #require(header.firstIndex(of: $0)) }
    let cells = found.dropFirst().map { row in places.map { row[$0] } }
    for row in rows {
      let shown = row.dropFirst().dropLast().split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let kin = cells.first { Array($0[..<3]) == Array(shown[..<3]) }
      #expect(kin?[3] == shown[3] && kin?[4] == shown[4])
      #expect(kin?[5].hasPrefix(shown[5]) == true)
    }
  }

  @Test("has the message about rules that contradict each other, with exit code 65")
  func contradiction() throws {
    let result = try forecast(
      city(ceilings: blocks[2].replacingOccurrences(of: "0.95", with: "1.1")))
    #expect(result.status == 65)
    #expect(result.errors == blocks[3])
    #expect(result.output.isEmpty)
  }
}
