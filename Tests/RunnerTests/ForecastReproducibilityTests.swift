import Foundation
import Testing

@Suite("Forecasts have the same bytes")
struct ForecastReproducibilityTests {
  private static let command = [
    "forecast", "datasets/demo-city", "--horizon", "2", "--format", "csv",
  ]

  private func forecasts(
    _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> String {
    let result = try Program.run(Self.command + more, environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test("on any number of threads")
  func threads() throws {
    let one = try forecasts(["--threads", "1"])
    #expect(one.split(separator: "\n").count > 400)
    for count in ["2", "3", "16"] { #expect(try forecasts(["--threads", count]) == one) }
  }

  @Test("on processors of any type", arguments: ["Prescott", "Nehalem", "Sandybridge", "Haswell"])
  func processors(core: String) throws {
    #expect(try forecasts(environment: ["OPENBLAS_CORETYPE": core]) == (try forecasts()))
  }

  @Test("of a collection of series, on processors of any type")
  func seriesOnProcessors() throws {
    var draws = Draws(seed: 3)
    let rows = draws.rows(lines: 12, years: 22)
    let usual = try forecast(rows)
    #expect(usual.split(separator: "\n").count > 12)
    for core in ["Nehalem", "Haswell"] {
      #expect(try forecast(rows, environment: ["OPENBLAS_CORETYPE": core]) == usual)
    }
  }

  @Test("for rows in any order, of a fiscal panel and of a collection of series")
  func shuffled() throws {
    for (lines, years) in [(30, 8), (12, 30)] {
      var draws = Draws(seed: 17)
      var rows = draws.rows(lines: lines, years: years)
      let sorted = try forecast(rows)
      for place in rows.indices.reversed() {
        rows.swapAt(place, Int(draws.next(below: UInt64(place + 1))))
      }
      #expect(sorted.split(separator: "\n").count > lines)
      #expect(try forecast(rows) == sorted)
    }
  }

  private func forecast(_ rows: [String], environment: [String: String] = [:]) throws -> String {
    let text = "year,unit,subject,outturn\n" + rows.joined(separator: "\n") + "\n"
    let result = try Program.run(
      ["forecast", "-", "--format", "csv"], input: Data(text.utf8), environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }
}

/// Numbers that are the same in every run.
private struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }

  /// Outturns of 1,000 to 1,399 as rows of a file, from 1990 on.
  mutating func rows(lines: Int, years: Int) -> [String] {
    var rows: [String] = []
    for line in 0..<lines {
      for year in 1990..<1990 + years {
        rows.append("\(year),U\(line % 3),S\(line),\(1000 + next(below: 400))")
      }
    }
    return rows
  }
}
