import Foundation
import Glibc
import Testing

/// One broken input per message, with all that the program says about it.
///
/// `Errors/NAME.expected` holds the arguments after `outturn`, the exit code, and standard error to
/// the letter. The program runs in `Errors`; in the arguments `OUTPUT` stands for a folder that is
/// not there yet, and `< FILE` gives it a standard input. After a change of wording
/// `OUTTURN_REWRITE_ERRORS=1 swift test --filter ErrorTests` writes the files anew; then read each
/// difference: it must say what is wrong, where, and what would be right.
@Suite("An error")
struct ErrorTests {
  static let folder = Program.root.appending(path: "Tests/RunnerTests/Errors")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    return (files ?? []).filter { $0.hasSuffix(".expected") }.map { String($0.dropLast(9)) }
      .sorted()
  }()

  @Test("says what is wrong, where, and what would be right", arguments: names)
  func message(name: String) throws {
    let file = ErrorTests.folder.appending(path: "\(name).expected")
    let expected = try String(contentsOf: file, encoding: .utf8)
    let command = String(expected.prefix { $0 != "\n" })
    let before = try ErrorTests.inputs()
    let found = try ErrorTests.run(command)
    if ProcessInfo.processInfo.environment["OUTTURN_REWRITE_ERRORS"] != nil {
      try Data(found.utf8).write(to: file)
    }
    #expect(found == expected)
    #expect(try ErrorTests.inputs() == before, "something was written among the inputs")
  }

  @Test("says that another run holds the output")
  func locked() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.path(percentEncoded: false)
    let lock = open("\(output)/.lock", O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let result = try Program.run(
      ["run", "usage-unknown-table.csv", "--output", output], in: ErrorTests.folder)
    #expect(result.status == 75)
    #expect(
      result.errors
        == "outturn: digest\noutturn: read\noutturn: compute\n"
        + "outturn: another run is writing to \(output); wait for it, or take another --output\n")
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "\(output)/current"))
  }

  /// What a command prints, in the form of the expected files; and it must leave nothing behind.
  private static func run(_ command: String) throws -> String {
    let scratch = try TemporaryFolder()
    let output = scratch.url.appending(path: "output").path(percentEncoded: false)
    let parts = command.components(separatedBy: " < ")
    let arguments = parts[0].split(separator: " ").map {
      $0 == "''" ? "" : $0.replacingOccurrences(of: "OUTPUT", with: output)
    }
    let input =
      try parts.count > 1 ? Data(contentsOf: folder.appending(path: parts[1])) : Data()
    let result = try Program.run(arguments, in: folder, input: input)
    #expect(!FileManager.default.fileExists(atPath: output), "an output folder was made")
    #expect(result.output.isEmpty, "there is output: \(result.output.prefix(200))")
    return "\(command)\n\(result.status)\n"
      + result.errors.replacingOccurrences(of: output, with: "OUTPUT")
  }

  private static func inputs() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { !$0.hasSuffix(".expected") }.sorted()
  }
}
