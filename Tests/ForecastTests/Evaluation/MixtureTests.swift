import Testing

@testable import Forecast

@Suite("A mixture of methods")
struct MixtureTests {
  private let methods: [MethodName] = [.naive, .pooled]

  /// An origin at which the last value errs by `naive` and the regression by `pooled`.
  private func origin(naive: Double, pooled: Double) -> [Outcome] {
    (0..<10).map { line in
      Outcome(
        line: line, origin: 3, group: .moving, actual: 100,
        spread: Spread(Past(places: [0], values: [100]), usual: 0.1), meanMove: 1,
        canBeNegative: false, forecasts: [100 + naive, 100 + pooled])
    }
  }

  private func shares(_ outcomes: [[Outcome]]) -> [Double] {
    MixtureShares(outcomes, methods).shares
  }

  @Test("is the regression alone where nothing speaks against it")
  func byDefault() {
    #expect(shares([]) == [0, 1])
    #expect(shares([origin(naive: 10, pooled: 5)]) == [0, 1])
    #expect(shares(Array(repeating: origin(naive: 10, pooled: 5), count: 5)) == [0, 1])
  }

  @Test("falls back to the last value where the regression lost at every one of four origins")
  func fallsBack() {
    #expect(shares(Array(repeating: origin(naive: 5, pooled: 10), count: 4)) == [1, 0])
    #expect(shares(Array(repeating: origin(naive: 5, pooled: 10), count: 3)) == [0.75, 0.25])
  }

  @Test("does not move for origins that disagree, or for a loss of less than 5 %")
  func stays() {
    let loss = origin(naive: 5, pooled: 10)
    #expect(shares([loss, loss, origin(naive: 5, pooled: 4), loss]) == [0, 1])
    #expect(shares(Array(repeating: origin(naive: 100, pooled: 104), count: 5)) == [0, 1])
    #expect(shares([loss, loss]) == [0, 1])
  }

  @Test("is weighed by share, and by what is there")
  func mixed() {
    let mixture = Mixture([], methods: methods, shares: [0, 1], forced: nil)
    #expect(mixture.mixed { [80, 100][$0] } == 100)
    #expect(mixture.mixed { [80, nil][$0] } == 80)
    #expect(mixture.name == .pooled)
  }

  @Test("is one method where one is asked for")
  func forced() {
    let mixture = Mixture([], methods: methods, shares: [0, 1], forced: .naive)
    #expect(mixture.shares == [1, 0])
    #expect(mixture.name == .naive)
  }
}
