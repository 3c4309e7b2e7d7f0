import Foundation
import Testing

@Suite("The last plan")
struct LastPlanTests {
  let folder: TemporaryFolder
  private let before = ["--until", "2022", "--budget-until", "2023"]

  init() throws {
    folder = try TemporaryFolder()
    var text = "year,unit,subject,budget,outturn\n"
    for year in 2018...2024 {
      for subject in 1...3 {
        let budget = 100 * subject + 7 * (year - 2018)
        text += "\(year),A,\(subject),\(budget),\(year == 2024 ? "" : "\(budget - 3)")\n"
      }
    }
    _ = try folder.file("accounts.csv", text: text)
  }

  private var output: String { folder.url.appending(path: "out").path(percentEncoded: false) }

  private func run(_ more: [String] = []) throws -> Program.Result {
    let result = try Program.run(
      ["run", "accounts.csv", "--horizon", "2", "--exit-zero", "--output", "out"] + more,
      in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return result
  }

  private func isUpToDate(_ result: Program.Result) -> Bool {
    result.output.contains("up to date")
  }

  private func rolling() throws -> StrictCSV? {
    let file = folder.url.appending(path: "out/current/forecast/rolling.csv")
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
      return nil
    }
    return try StrictCSV(String(contentsOf: file, encoding: .utf8))
  }

  @Test("is none at first, and then that of the season before")
  func seasons() throws {
    _ = try run(before)
    #expect(try rolling() == nil)
    _ = try run()
    let table = try #require(try rolling())
    #expect(Set(table.rows.map { $0["year"]! }) == ["2024", "2025"])
    for row in table.rows {
      let amounts = try ["change", "policy", "headcount", "standard", "one_off", "reference"].map {
        try #require(Int(row[$0]!.replacing(".", with: "")))
      }
      #expect(amounts[0] == amounts.dropFirst().reduce(0, +))
    }
    // 2024 is adopted by now: 142 + 242 + 342.
    #expect(
      try table.cell("this_plan", where: ["level": "total", "year": "2024"]) == "726.00")
  }

  @Test("leaves the same work up to date, however often and in whatever order it is done")
  func sameWork() throws {
    _ = try run(before)
    _ = try run()
    let bytes = try rolling()?.rows
    #expect(isUpToDate(try run()))
    #expect(try rolling()?.rows == bytes)
    #expect(isUpToDate(try run(before)))
    #expect(isUpToDate(try run()))
    #expect(try rolling()?.rows == bytes)
  }

  @Test("is not one that knew the same: another horizon is held against the same plan")
  func otherOptions() throws {
    _ = try run(before)
    _ = try run()
    let first = try rolling()?.rows.filter { $0["year"] == "2024" }
    let second = try run(["--horizon", "3"])
    #expect(!isUpToDate(second))
    #expect(try rolling()?.rows.filter { $0["year"] == "2024" } == first)
  }

  @Test("is not missed where its run is gone: the work stays done")
  func pruned() throws {
    _ = try run(before)
    _ = try run(["--keep", "1"])
    let bytes = try rolling()?.rows
    #expect(isUpToDate(try run()))
    #expect(try rolling()?.rows == bytes)
  }

  @Test("is not one of a later season")
  func later() throws {
    _ = try run()
    _ = try run(["--until", "2021", "--budget-until", "2022", "--horizon", "1"])
    #expect(try rolling() == nil)
  }

  @Test("can be named, and is told by its contents in the run's id")
  func named() throws {
    _ = try run(before)
    let past = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.url.appending(path: "out/current").path(percentEncoded: false))
    _ = try run(["--last-plan", "out/\(past)"])
    let first = try #require(try rolling())
    #expect(isUpToDate(try run(["--last-plan", "out/\(past)"])))
    let printed = try Program.run(
      [
        "forecast", "accounts.csv", "--horizon", "2", "--table", "rolling", "--format", "csv",
        "--last-plan", "out/\(past)",
      ], in: folder.url)
    #expect(try StrictCSV(printed.output).rows == first.rows)
    // The same plan is found without the option.
    #expect(isUpToDate(try run()))
    #expect(try rolling()?.rows == first.rows)
  }
}
