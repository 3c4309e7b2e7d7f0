import Testing

@testable import Forecast

@Suite("How far cost follows heads")
struct HeadcountResponseTests {
  /// Origins of twenty lines; cost follows a movement by so much, and history sees none of it.
  private func cases(origins: Int, elasticity: Double) -> [[HeadcountResponse.Case]] {
    var generator = SmallGenerator(seed: 7)
    return (0..<origins).map { _ in
      (0..<20).map { line in
        let moved = Double(generator.wobble(20))
        return HeadcountResponse.Case(
          line: line, last: 100, actual: 100 + elasticity * moved + Double(generator.wobble(1)),
          trend: 100, reference: 100, fullYear: 0, headcount: moved)
      }
    }
  }

  @Test("is learned from past origins", arguments: [0.0, 0.3, 0.9])
  func learned(_ elasticity: Double) {
    let response = HeadcountResponse(cases(origins: 5, elasticity: elasticity), prior: [0.5, 0.5])
    #expect(abs(response.headcount - elasticity) < 0.1)
    #expect(response.fullYear == 0.5)  // no line had one
  }

  @Test("is what is usual where nothing is known, and not used where it made forecasts worse")
  func guarded() {
    #expect(HeadcountResponse([], prior: [1, 0.5]).fullYear == 1)
    let better = HeadcountResponse(cases(origins: 5, elasticity: 0.8), prior: [1, 1])
    #expect(better.isUsed && better.evidence!.known < better.evidence!.trend)
    // History had it already: whatever is added makes it worse.
    let known = cases(origins: 5, elasticity: 0).enumerated().map { origin, cases in
      cases.map { one in
        HeadcountResponse.Case(
          line: one.line, last: 100, actual: one.actual, trend: one.actual,
          reference: one.actual + (origin % 2 == 0 ? 4 : -4), fullYear: 0, headcount: 1)
      }
    }
    #expect(!HeadcountResponse(known, prior: [0, 0]).isUsed)
  }
}
