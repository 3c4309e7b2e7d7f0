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
          trend: 100, reference: 100, fullYear: 0, headcount: moved, spread: 10)
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
          reference: one.actual + (origin % 2 == 0 ? 4 : -4), fullYear: 0, headcount: 1,
          spread: 10)
      }
    }
    #expect(!HeadcountResponse(known, prior: [0, 0]).isUsed)
    // A draft holds registered people all the same.
    #expect(HeadcountResponse(known, prior: [0, 0], isFirm: true).isUsed)
  }

  /// Lines that history misses by 10, and what is known otherwise by so much.
  private func missed(by rest: Double, origins: Int, lines: Int) -> [[HeadcountResponse.Case]] {
    (0..<origins).map { _ in
      (0..<lines).map { line in
        HeadcountResponse.Case(
          line: line, last: 100, actual: 110, trend: 100, reference: 110 - rest, fullYear: 0,
          headcount: 0, spread: 10)
      }
    }
  }

  @Test("narrows limits as past forecasts were nearer than history, which counts as two origins")
  func width() {
    func width(_ rest: Double, origins: Int, lines: Int = 20) -> Double {
      HeadcountResponse(missed(by: rest, origins: origins, lines: lines), prior: [1, 1]).width
    }
    #expect(width(5, origins: 2) == (2 * 0.5 + 2) / 4)
    #expect(width(5, origins: 5) == (5 * 0.5 + 2) / 7)
    #expect(width(10, origins: 5) == 1)
    #expect(width(0, origins: 5) == 2.0 / 7)  // never of no width
    #expect(width(5, origins: 1, lines: 19) == 1)  // too few to tell
  }
}
