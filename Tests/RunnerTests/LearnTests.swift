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
    let misshapen = try failure(#"{"version":1,"sources":[],"regressions":[{"task":1}]}"#)
    #expect(misshapen.errors.contains("at regressions.0.task: "))
  }
}

@Suite("What collections of series have taught")
struct LearnSeriesTests {
  /// 40 series that take back half of each change.
  private static func series(years: Int) -> String {
    var state: UInt64 = 11
    func wobble() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 201 - 100
    }
    var text = "year,unit,subject,outturn\n"
    for line in 0..<40 {
      var (value, change) = (5000, 0)
      for year in 2000..<2000 + years {
        change = 40 - change / 2 + wobble()
        value += change
        text += "\(year),A,S\(line),\(value)\n"
      }
    }
    return text
  }

  private func folder(years: Int, learn: [String] = []) throws -> (TemporaryFolder, prior: String) {
    let folder = try TemporaryFolder()
    _ = try folder.file("many.csv", text: Self.series(years: years))
    let result = try Program.run(
      ["learn", "many.csv", "--horizon", "3", "--output", "prior.json"] + learn, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let file = folder.url.appending(path: "prior.json")
    return (folder, try String(contentsOf: file, encoding: .utf8))
  }

  /// The rows of forecasts without the status, and all statuses.
  private func forecasts(
    _ folder: TemporaryFolder, _ arguments: [String]
  ) throws -> (rows: [[Substring]], statuses: Set<Substring>) {
    let result = try Program.run(
      ["forecast", "many.csv", "--level", "line", "--format", "csv"] + arguments, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    return (rows.map { $0.dropLast() }, Set(rows.compactMap(\.last)))
  }

  @Test("forecasts the same without learning, and says so")
  func stored() throws {
    let (folder, text) = try folder(years: 24)
    #expect(text.contains(#""form":"long""#) && text.contains(#""regressions": ["#))
    #expect(text.contains(#"{"firstYear":2000,"lastYear":2023,"lines":40,"name":"many"}"#))
    let learned = try forecasts(folder, ["--horizon", "3", "--prior", "none"])
    let used = try forecasts(folder, ["--horizon", "3", "--prior", "prior.json"])
    #expect(learned.rows.count == 120)
    #expect(used.rows == learned.rows)
    #expect(learned.statuses == ["pooled"] && used.statuses == ["pooled:prior"])
    let further = try forecasts(folder, ["--horizon", "5", "--prior", "prior.json"])
    #expect(further.rows.count == 200)
  }

  @Test("are learned from short series where --origin series says what they are")
  func short() throws {
    let (folder, text) = try folder(years: 6, learn: ["--origin", "series"])
    #expect(text.contains(#""form":"brief""#))
    let options = ["--origin", "series", "--horizon", "2", "--prior"]
    let used = try forecasts(folder, options + ["prior.json"])
    #expect(used.rows == (try forecasts(folder, options + ["none"])).rows)
    #expect(used.statuses == ["pooled:prior"])
  }

  @Test("is refused where it is of another version or does not fit, with what is wrong")
  func refused() throws {
    let (folder, text) = try folder(years: 24)
    func failure(_ old: String, _ new: String) throws -> Program.Result {
      #expect(text.contains(old))
      _ = try folder.file("p.json", text: text.replacing(old, with: new))
      return try Program.run(["forecast", "many.csv", "--prior", "p.json"], in: folder.url)
    }
    let version = try failure(#""version":1}"#, #""version":2}"#)
    #expect(version.status == 65)
    #expect(
      version.errors.contains(
        "the prior p.json cannot be used: the series form long is of version 2, and this program "
          + "needs 1"))
    let form = try failure(#""form":"long""#, #""form":"middling""#)
    #expect(form.status == 65 && form.errors.contains("at series.0.form: "))
    let other = try failure(#""form":"long""#, #""form":"brief""#)
    #expect(other.errors.contains("the series form brief needs 6 coefficients and has 142"))
    let wild = try failure(#""sign":-1"#, #""sign":3"#)
    #expect(wild.errors.contains("has a number that no panel teaches at horizon 1"))
  }
}
