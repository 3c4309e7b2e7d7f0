import Foundation
import Testing

/// The examples of a page, as a reader would try them: blocks headed by a file's name are written,
/// and of blocks that begin with `$ outturn …` the program must print the rest.
@Suite("The examples of the guide")
struct DocumentedExampleTests {
  private struct Block {
    let label: Substring
    let text: String
  }

  @Test("print what the page says", arguments: ["draft.md", "your-data.md"])
  func examples(page: String) throws {
    let text = try String(
      contentsOf: Program.root.appending(path: "docs/\(page)"), encoding: .utf8)
    let folder = try TemporaryFolder()
    var commands = 0
    for block in blocks(text) {
      if block.text.hasPrefix("$ outturn ") {
        try check(block.text, in: folder)
        commands += 1
      } else if block.label.contains(".") {
        try write(block, in: folder)
      }
    }
    #expect(commands >= 3)
  }

  @Test("forecasts of the demo city are those of forecast.md")
  func forecasts() throws {
    let page = try String(
      contentsOf: Program.root.appending(path: "docs/forecast.md"), encoding: .utf8)
    let result = try Program.run([
      "forecast", "datasets/demo-city", "--level", "total", "--format", "csv",
    ])
    let rows = result.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 5)
    for row in rows {
      let cells = [5, 6, 8, 9, 10, 11].map { row[$0] }.joined(separator: " | ")
      #expect(page.contains("| \(cells) |"), "\(cells)")
    }
  }

  private func check(_ text: String, in folder: TemporaryFolder) throws {
    let (command, expected) = (text.prefix { $0 != "\n" }, text.drop { $0 != "\n" }.dropFirst())
    let result = try Program.run(
      command.split(separator: " ").dropFirst(2).map(String.init), in: folder.url)
    #expect(result.status == 0, "\(command)\n\(result.errors)")
    if !expected.isEmpty { #expect(result.output == expected, "\(command)") }
  }

  private func write(_ block: Block, in folder: TemporaryFolder) throws {
    let file = folder.url.appending(path: String(block.label))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(block.text.utf8).write(to: file)
  }

  /// The fenced blocks of a page; the label is the last word after the fence.
  private func blocks(_ page: String) -> [Block] {
    var blocks: [Block] = []
    var (label, lines): (Substring?, [Substring]) = (nil, [])
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let open = label {
          blocks.append(Block(label: open, text: lines.joined(separator: "\n") + "\n"))
          (label, lines) = (nil, [])
        } else {
          label = line.dropFirst(3).split(separator: " ").last ?? ""
        }
      } else if label != nil {
        lines.append(line)
      }
    }
    return blocks
  }
}
