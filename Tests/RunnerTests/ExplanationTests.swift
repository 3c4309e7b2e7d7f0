import Foundation
import Testing

@Suite("Explanations add up as text, at every node")
struct ExplanationTests {
  private static let demo = "datasets/demo-city"
  private static let founding = "datasets/panzhihua-chengdu"
  private static let cuts = "Tests/RunnerTests/Nasty/cuts"

  /// The tables of a run of each dataset, which is made once.
  private static let runs = [demo, founding, cuts].reduce(into: [:]) { runs, dataset in
    runs[dataset] = Result { try run(dataset) }
  }

  private static func run(_ dataset: String) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "run", dataset, "--horizon", "2", "--exit-zero",
      "--output", folder.url.path(percentEncoded: false),
    ])
    try #require(result.status == 0, "\(result.errors)")
    return try FoundingRun.texts(of: folder.url.appending(path: "current/"))
  }

  private func table(_ name: String, _ dataset: String) throws -> StrictCSV {
    let texts = try #require(Self.runs[dataset]).get()
    return try StrictCSV(#require(texts["\(name).csv"]))
  }

  @Test("in the tables of a run", arguments: [demo, founding, cuts])
  func addUp(dataset: String) throws {
    let forecasts = try table("forecast/forecasts", dataset)
    let explanations = try table("forecast/explanations", dataset)
    var sums: [[String]: Int] = [:]
    for row in explanations.rows { sums[key(row), default: 0] += try digits(row["amount"]!) }
    #expect(!forecasts.rows.isEmpty)
    #expect(sums.count == forecasts.rows.count)
    for row in forecasts.rows {
      #expect(try sums[key(row)] == digits(row["mean"]!), "\(key(row))")
    }
  }

  @Test("and say of people what tables of staff costs say", arguments: [demo, founding])
  func people(dataset: String) throws {
    let staffing = try steps("staffing/explanations", dataset) { _ in true }
    let forecast = try steps("forecast/explanations", dataset) {
      $0["level"] == "line" && $0["stage"] == "outturn"
    }
    #expect(!staffing.isEmpty)
    for (line, steps) in staffing { #expect(forecast[line] == steps, "\(line)") }
  }

  private static let shared: Set<String> = [
    "last_year", "one_off", "timing", "full_year", "headcount", "rate", "progression",
  ]

  /// The digits of each line and year by step; steps that one of the tables does not tell apart
  /// are together.
  private func steps(
    _ name: String, _ dataset: String, where isWanted: ([String: String]) -> Bool
  ) throws -> [[String]: [String: Int]] {
    var steps: [[String]: [String: Int]] = [:]
    for row in try table(name, dataset).rows where isWanted(row) {
      let step = Self.shared.contains(row["step"]!) ? row["step"]! : "rest"
      let line = ["unit", "subject", "year"].map { row[$0]! }
      steps[line, default: ["rest": 0]][step, default: 0] += try digits(row["amount"]!)
    }
    return steps
  }

  private func key(_ row: [String: String]) -> [String] {
    ["level", "unit", "subject", "stage", "year"].map { row[$0]! }
  }

  /// The digits of an amount, without its point: all amounts of a table have as many decimals.
  private func digits(_ amount: String) throws -> Int {
    try #require(Int(amount.replacing(".", with: "")), "'\(amount)'")
  }
}
