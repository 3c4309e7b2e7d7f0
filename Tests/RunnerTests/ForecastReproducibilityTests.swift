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

  @Test("for rows in any order, of a fiscal panel and of a collection of series")
  func shuffled() throws {
    for (lines, years) in [(30, 8), (12, 30)] {
      var state: UInt64 = 17
      func draw(_ limit: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % limit
      }
      var rows = (0..<lines).flatMap { line in
        (0..<years).map { "\(1990 + $0),U\(line % 3),S\(line),\(1000 + draw(400))" }
      }
      func forecast() throws -> String {
        let text = "year,unit,subject,outturn\n" + rows.joined(separator: "\n") + "\n"
        return try Program.run(["forecast", "-", "--format", "csv"], input: Data(text.utf8)).output
      }
      let sorted = try forecast()
      for place in rows.indices.reversed() { rows.swapAt(place, Int(draw(UInt64(place + 1)))) }
      #expect(sorted.split(separator: "\n").count > lines)
      #expect(try forecast() == sorted)
    }
  }
}
