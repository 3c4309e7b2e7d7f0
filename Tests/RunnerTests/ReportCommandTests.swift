import Foundation
import Testing

@Suite("outturn report")
struct ReportCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String {
    folder.url.appending(path: name).path(percentEncoded: false)
  }

  private func report(_ more: String...) throws -> Program.Result {
    try Program.run(["report", "datasets/panzhihua-chengdu", "--output", path("out")] + more)
  }

  private func html() throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: path("out/report.html"))), as: UTF8.self)
  }

  @Test("writes the page, and exits with 1 as there are error findings")
  func page() throws {
    let result = try report()
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.contains("report.html"))
    let page = try html()
    for figure in ["884.83", "92.98", "11.74%", "115.01%", "17.76", "93.89%", "66.98%"] {
      #expect(page.contains(figure), "\(figure)")
    }
    #expect(page.contains("<html lang=\"zh-Hans\""))
  }

  @Test("writes over what it wrote before, with the same bytes, and leaves nothing unfinished")
  func again() throws {
    #expect(try report("--exit-zero").status == 0)
    let first = try html()
    #expect(try report("--exit-zero", "--threads", "1").status == 0)
    #expect(try html() == first)
    let names = try FileManager.default.contentsOfDirectory(atPath: path("out"))
    #expect(!names.contains { $0.hasSuffix(".unfinished") })
  }

  @Test("takes away what it cannot put in its place, and says which")
  func cannotReplace() throws {
    try FileManager.default.createDirectory(
      atPath: path("out/report.html"), withIntermediateDirectories: true)
    let result = try report("--exit-zero")
    #expect(result.status == 74)
    #expect(result.errors.contains("cannot write report.html: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("out")) == ["report.html"])
  }

  @Test("writes the seven figures of the founding report, and every other chart, as SVG")
  func charts() throws {
    #expect(try report("--exit-zero", "--charts", path("charts"), "--language", "en").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: path("charts"))
    for name in (1...7).map({ "figure-\($0).svg" }) + ["bridge.svg", "trend-total.svg"] {
      #expect(names.contains(name), "\(name)")
    }
    let figure = try String(contentsOfFile: path("charts/figure-7.svg"), encoding: .utf8)
    #expect(figure.contains("17.75") && figure.contains("66.98%"))
  }

  @Test("prints a table that is asked for, and writes no page")
  func table() throws {
    let result = try report("--exit-zero", "--table", "bridge", "--level", "total")
    #expect(result.output.contains("791.85") && result.output.contains("769.33"))
    #expect(!FileManager.default.fileExists(atPath: path("out")))
  }

  @Test("refuses a folder that a file has the name of")
  func notAFolder() throws {
    _ = try folder.file("out", text: "")
    #expect(try report().status == 73)
  }

  @Test("is part of a run, which lists it")
  func run() throws {
    let result = try Program.run([
      "run", "datasets/panzhihua-chengdu", "--output", path("runs"), "--exit-zero",
    ])
    #expect(result.output.contains("report.html"))
    #expect(try report("--exit-zero").status == 0)
    let own = try Data(contentsOf: URL(filePath: path("runs/current/report.html")))
    #expect(own == Data(try html().utf8))
  }
}
