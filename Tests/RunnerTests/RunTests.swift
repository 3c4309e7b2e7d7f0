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
    for name in names.sorted() where name.contains(".") {
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

  @Test("of a lone file has the same id and bytes wherever it lies, and another by another name")
  func place() throws {
    let text = """
      year,unit,subject,budget,outturn
      2022,A,x,10.00,9.50
      2023,A,x,11.00,10.75
      """
    func run(_ file: String, into output: String) throws -> [String: Data] {
      let url = folder.url.appending(path: file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      let result = try Program.run(["run", file, "--output", output], in: folder.url)
      #expect(result.status == 0, "\(result.errors)")
      return try files("\(output)/current")
    }
    func id(_ output: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appending(path: "\(output)/runs").path(percentEncoded: false))
    }
    let (here, there) = (try run("a.csv", into: "one"), try run("far/away/a.csv", into: "two"))
    _ = try run("b.csv", into: "three")
    #expect(here.keys.contains("report.html") && here.keys.contains("report.xlsx"))
    #expect(here.keys == there.keys)
    for (name, bytes) in here where name != "manifest.json" {
      #expect(bytes == there[name], "\(name)")
    }
    #expect(try id("one") == id("two"))
    #expect(try id("one") != id("three"))
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

  private func objects(_ log: String) throws -> [[String: Any]] {
    try log.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test("tells each of its options once in the manifest, and all that was given")
  func manifestOptions() throws {
    _ = try folder.file("a.csv", text: "y,u,subject,outturn\n2022,A,x,-\n2023,A,x,7\n")
    let result = try Program.run(
      ["run", "a.csv", "--map", "year=y", "--map", "unit=u", "--missing", "-", "--output", "out"],
      in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let manifest = try objects(
      String(
        decoding: try #require(files("out/current")["manifest.json"]), as: UTF8.self
      ).replacing("\n", with: ""))
    let options = try #require(manifest[0]["options"] as? [String: Any])
    #expect(options["map"] as? [String] == ["unit=u", "year=y"])
    #expect(options["missing"] as? String == "-")
  }

  @Test("logs JSON lines for schedulers, in which numbers and truth values are such")
  func jsonLog() throws {
    let lines = try objects(run("--exit-zero", "--log-format", "json").errors)
    #expect(lines.allSatisfy { $0["level"] as? String == "info" })
    #expect(
      lines.map { $0["message"] as? String }
        == ["digest", "read", "compute", "write", "run complete"])
    let last = try #require(lines.last)
    #expect(last["errors"] as? Int == 2)
    #expect(last["up_to_date"] as? Bool == false)
  }

  @Test("logs what is wrong with its input as JSON too, with the place")
  func jsonErrors() throws {
    let wrong = try folder.file("wrong.csv", text: "year,unit,outturn\n2023,A,12,5O\n2023,B,x\n")
    let result = try Program.run([
      "run", wrong.path(percentEncoded: false), "--output",
      folder.url.appending(path: "none").path(percentEncoded: false), "--log-format", "json",
    ])
    #expect(result.status == 65)
    let errors = try objects(result.errors).filter { $0["level"] as? String == "error" }
    #expect(errors.map { $0["line"] as? Int } == [2, 3, nil])
    #expect(errors.map { $0["errors"] as? Int } == [nil, nil, 2])
    let missing = try Program.run(["run", "nothing.csv", "--log-format", "json"])
    #expect(missing.status == 66)
    #expect(try objects(missing.errors).map { $0["level"] as? String } == ["error"])
  }

  @Test("refuses an output in which current is a folder, and leaves nothing in it")
  func foreignCurrent() throws {
    let current = folder.url.appending(path: "current")
    try FileManager.default.createDirectory(at: current, withIntermediateDirectories: true)
    let result = try run("--exit-zero")
    #expect(result.status == 73)
    #expect(result.errors.contains("current is a folder, and should be a link to the newest run"))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.path(percentEncoded: false))
    #expect(left == ["current"])
  }
}
