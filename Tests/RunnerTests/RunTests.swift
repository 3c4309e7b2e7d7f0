import Foundation
import Testing

@Suite("A run")
struct RunTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ more: String...) throws -> Program.Result {
    try Program.run(
      ["run", "datasets/panzhihua-chengdu", "--output", folder.url.path(percentEncoded: false)]
        + more)
  }

  private func files(_ path: String) throws -> [String: Data] {
    let base = folder.url.appending(path: path).resolvingSymlinksInPath()
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: base.path(percentEncoded: false))
    var files: [String: Data] = [:]
    for name in names.sorted() where name.hasSuffix(".csv") || name.hasSuffix(".json") {
      files[name] = try Data(contentsOf: base.appending(path: name))
    }
    return files
  }

  @Test("exits with 1 where there are error findings, and with 0 if asked to")
  func exitCodes() throws {
    #expect(try run().status == 1)
    #expect(try run("--exit-zero").status == 0)
  }

  @Test("is not done twice for the same input")
  func upToDate() throws {
    let first = try run("--exit-zero")
    let second = try run("--exit-zero")
    #expect(first.output.contains("表格已写入"))
    #expect(second.output.contains("输入未变"))
    let runs = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "runs").path(percentEncoded: false))
    #expect(runs.count == 1)
  }

  @Test("writes the same bytes again, all but the manifest")
  func sameBytes() throws {
    _ = try run("--exit-zero")
    let first = try files("current")
    try FileManager.default.removeItem(at: folder.url.appending(path: "runs"))
    _ = try run("--exit-zero")
    let second = try files("current")
    #expect(first.keys.count > 10)
    #expect(first.keys == second.keys)
    for (name, bytes) in first where name != "manifest.json" {
      #expect(bytes == second[name], "\(name)")
    }
  }

  @Test("leaves nothing unfinished behind, and clears what a dead run left")
  func unfinished() throws {
    let dead = folder.url.appending(path: "runs/.0123456789abcdef")
    try FileManager.default.createDirectory(at: dead, withIntermediateDirectories: true)
    _ = try run("--exit-zero")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "runs").path(percentEncoded: false))
    #expect(names.count == 1)
    #expect(!names[0].hasPrefix("."))
  }

  @Test("keeps as many runs as it is told")
  func keep() throws {
    _ = try run("--exit-zero")
    _ = try run("--exit-zero", "--language", "en", "--keep", "1")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "runs").path(percentEncoded: false))
    #expect(names.count == 1)
  }

  @Test("logs JSON lines for schedulers")
  func jsonLog() throws {
    let result = try run("--exit-zero", "--log-format", "json")
    let lines = result.errors.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["level"] as? String != nil)
    }
  }
}
