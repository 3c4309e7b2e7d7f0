import Testing

@testable import Forecast

@Suite("Error variances")
struct ErrorVarianceTests {
  private func error(_ place: Int, _ amount: Double) -> ErrorVariances.Error {
    ErrorVariances.Error(place: place, kind: .sum(.unit), spread: 10, amount: amount)
  }

  @Test("are one's own mean square, and three times that of the kind")
  func shrunk() {
    // Twelve sums err by 10 at one origin, the thirteenth by 20: the kind's mean square is
    // (12 × 1 + 4) / 13 in squares of the spread.
    let variances = ErrorVariances([(0..<12).map { error($0, 10) } + [error(12, -20)]])
    let kind = 16.0 / 13
    func isNear(_ place: Int, spread: Double, _ expected: Double) -> Bool {
      abs(variances.variance(place, .sum(.unit), spread: spread) - expected) <= 1e-12 * expected
    }
    #expect(isNear(0, spread: 10, 100 * (1 + 3 * kind) / 4))
    #expect(isNear(12, spread: 10, 100 * (4 + 3 * kind) / 4))
    #expect(isNear(99, spread: 20, 400 * kind))
  }

  @Test("do not let one wild error speak for a kind: it counts as four usual ones")
  func wild() {
    let errors = (0..<99).map { error($0, 10) } + [error(99, 1e9)]
    let usual = (99.0 + 1e8) / 100
    let variance = ErrorVariances([errors]).variance(500, .sum(.unit), spread: 1)
    #expect(abs(variance - (99 + 16 * usual * usual) / 100) <= 1e-9 * variance)
  }
}

@Suite("The shrinkage of correlations")
struct CorrelationShrinkageTests {
  /// The sums as Schäfer and Strimmer write them, pair by pair.
  private func byPairs(_ deviations: [[Double]]) -> Double {
    let t = Double(deviations.count)
    var (variances, squares) = (0.0, 0.0)
    for i in deviations[0].indices {
      for j in deviations[0].indices where i != j {
        let products = deviations.map { $0[i] * $0[j] }
        let mean = products.reduce(0, +) / t
        squares += mean * mean
        variances += products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (t * (t - 1))
      }
    }
    return max(0, min(1, variances / squares))
  }

  @Test("is that of the sums over all pairs, without forming any")
  func pairs() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = RandomHierarchy(seed: seed, lines: 3)
      let common = random.numbers(4, -3...3)
      let deviations = common.map { shock in random.numbers(7, -1...1).map { $0 + shock } }
      let expected = byPairs(deviations)
      #expect(abs(CorrelationShrinkage(deviations).intensity - expected) <= 1e-12)
    }
  }

  @Test("is whole where two origins are all there is")
  func few() {
    #expect(CorrelationShrinkage([[1, 1], [1, 1]]).intensity == 1)
    #expect(CorrelationShrinkage([[1, 1], [1, 1], [1, 1]]).intensity == 0)
  }
}
