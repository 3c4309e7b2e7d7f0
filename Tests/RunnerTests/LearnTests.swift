import Foundation
import Testing

@Suite("What other panels have taught")
struct LearnTests {
  /// 30 lines whose outturns rise by a twentieth a year, with a wobble.
  private func panel(seed: UInt64) -> String {
    var state = seed
    func wobble() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 41 - 20
    }
    var text = "year,unit,subject,budget,outturn\n"
    for line in 0..<30 {
      for year in 0..<7 {
        let base = (1000 + 60 * line) * (100 + 5 * year) / 100
        text += "\(2015 + year),U\(line % 4),S\(line),\(base + wobble()),\(base + wobble())\n"
      }
    }
    return text
  }

  private func learned(_ arguments: [String] = []) throws -> (folder: TemporaryFolder, text: String)
  {
    let folder = try TemporaryFolder()
    _ = try folder.file("north.csv", text: panel(seed: 3))
    _ = try folder.file("south.csv", text: panel(seed: 4))
    let result = try Program.run(
      ["learn", "north.csv", "south.csv", "--output", "prior.json"] + arguments, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let file = folder.url.appending(path: "prior.json")
    return (folder, try String(contentsOf: file, encoding: .utf8))
  }

  @Test("is written as JSON that names its panels, the same in every run")
  func written() throws {
    let (_, text) = try learned()
    let (_, again) = try learned()
    #expect(text == again)
    #expect(text.contains(#"{"firstYear":2015,"lastYear":2021,"lines":30,"name":"north"}"#))
    for task in ["outturn", "execution", "after_adoption", "budget"] {
      #expect(text.contains("\"task\":\"\(task)\""))
    }
  }

  @Test("leaves out a panel that is to be scored")
  func leavesOut() throws {
    let (_, text) = try learned(["--leave-out", "south"])
    #expect(text.contains("north") && !text.contains("south"))
    let unknown = try Program.run(["learn", "a.csv", "--output", "p", "--leave-out", "b"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("--leave-out b is none of the panels; they are: a."))
  }

  @Test("moves the forecasts of a dataset that is too short to learn from itself")
  func used() throws {
    let (folder, _) = try learned()
    let short = "year,unit,subject,outturn\n2022,A,1,100\n2023,A,1,120\n"
    func forecast(_ prior: String) throws -> [String] {
      let result = try Program.run(
        ["forecast", "-", "--prior", prior, "--level", "line", "--format", "csv"],
        in: folder.url, input: Data(short.utf8))
      #expect(result.status == 0, "\(result.errors)")
      let row = try #require(result.output.split(separator: "\n").last)
      return row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let (with, without) = (try forecast("prior.json"), try forecast("none"))
    #expect(with.last == "pooled:prior")
    #expect(without.last == "pooled:assumed")
    #expect(without[9] == "120.00")
    #expect(with[9] != "120.00")
  }

  @Test("is refused where it is not a prior, with what is wrong")
  func refused() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.csv", text: "year,unit,subject,outturn\n2023,A,1,100\n")
    func failure(_ text: String) throws -> Program.Result {
      _ = try folder.file("p.json", text: text)
      return try Program.run(["forecast", "a.csv", "--prior", "p.json"], in: folder.url)
    }
    let none = try Program.run(["forecast", "a.csv", "--prior", "q.json"], in: folder.url)
    #expect(none.status == 66 && none.errors.contains("cannot read the prior q.json"))
    let text = try failure("not JSON")
    #expect(text.status == 65 && text.errors.contains("p.json is not a prior"))
    let old = try failure(#"{"version":0,"sources":[],"regressions":[]}"#)
    #expect(old.status == 65 && old.errors.contains("it is of version 0"))
    let odd = try failure(
      """
      {"version":1,"sources":[],"regressions":[{"task":"budget","horizon":1,
      "coefficients":{"luck":1},"quantiles":[[0],[0],[0]]}]}
      """)
    #expect(odd.errors.contains("the task budget has no feature 'luck'"))
  }
}
